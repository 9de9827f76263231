"""The same telling with women and men changed places, so that tuning does not learn from who it is
what is danger."""

import regex

from guide.model.terms import Language

_SWEDISH = (
    ("min man", "min fru"), ("hennes man", "hans fru"), ("min make", "min maka"),
    ("exman", "exfru"), ("pojkvän", "flickvän"), ("pojkvännen", "flickvännen"),
    ("kille", "tjej"), ("killen", "tjejen"), ("pojke", "flicka"), ("pojken", "flickan"),
    ("son", "dotter"), ("sonen", "dottern"), ("pappa", "mamma"), ("pappan", "mamman"),
    ("pappas", "mammas"), ("farfar", "farmor"), ("morfar", "mormor"), ("bror", "syster"),
    ("brorsan", "syrran"), ("han", "hon"), ("honom", "henne"), ("hans", "hennes"),
)  # fmt: skip
_ENGLISH = (
    ("husband", "wife"), ("boyfriend", "girlfriend"), ("son", "daughter"), ("father", "mother"),
    ("dad", "mum"), ("brother", "sister"), ("grandfather", "grandmother"), ("he", "she"),
    ("boy", "girl"),
)  # fmt: skip
_BOUND = regex.compile(
    r"\b(?:gravid\w*|amma\w*|förloss\w*|födde|kvinnofrid\w*|kvinnojour\w*|könsstymp\w*|omskär\w*|"
    r"mens\w*|her|his|him|pregnan\w*|birth|mom)\b",
    regex.I,
)
"""Words that tie a telling to one sex, or that English gives no single counterpart."""


class _Swap:
    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._other = {**dict(pairs), **{second: first for first, second in pairs}}
        words = sorted(self._other, key=len, reverse=True)
        self._words = regex.compile(rf"\b(?:{'|'.join(words)})\b", regex.I)

    def __call__(self, text: str) -> str:
        return self._words.sub(lambda found: self._in_place_of(found[0]), text)

    def _in_place_of(self, original: str) -> str:
        word = self._other[original.casefold()]
        return word.capitalize() if original[0].isupper() else word


_SWAPS = {Language.SV: _Swap(_SWEDISH), Language.EN: _Swap(_ENGLISH)}


def counterpart(text: str, language: Language) -> str | None:
    """The text with the words of each pair changed for one another; None where it holds none, or a
    word that allows no change, and in languages whose verbs and adjectives would have to follow."""
    swap = _SWAPS.get(language)
    if swap is None or _BOUND.search(text):
        return None
    changed = swap(text)
    return None if changed == text else changed
