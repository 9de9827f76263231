"""Language of a text by its script, its small words, and else py3langid."""

import threading
from functools import cached_property
from typing import Any

import regex

from guide.model.terms import Language

MIN_WORDS = 3
SCRIPT_SHARE = 1 / 3
"""Of the letters: a name in another script does not change the language of a question."""
_CANDIDATES = [*(language.value for language in Language), "da", "nb", "no", "nn"]
_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"\p{L}+")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_ARABIC = regex.compile(r"\p{Arabic}")
_PERSIAN = regex.compile(r"[پچژگکی]")
# No word that is also one of another of the languages, such as Somali "is" or "a".
_SMALL_WORDS = {
    Language.SV: frozenset(
        "och att jag är inte hur vad var vart när vem för på hos er ni du vi min mitt mina "
        "med till av från om kan får ska vill har hjälp det ett som hon".split()
    ),
    Language.EN: frozenset(
        "and to am are not how what where when who for you we my with of from if can may "
        "want have has help it the an that he she his her do does about".split()
    ),
}


class LanguageIdentifier:
    """Swedish for fewer than three words of Latin letters; Nordic neighbours count as Swedish."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def __call__(self, text: str) -> Language:
        if _share(_CYRILLIC, text) >= SCRIPT_SHARE:
            return Language.UK
        if _share(_ARABIC, text) >= SCRIPT_SHARE:
            return Language.FA if _PERSIAN.search(text) else Language.AR
        words = [word.casefold() for word in _WORD.findall(text)]
        if len(words) < MIN_WORDS:
            return Language.SV
        return _by_small_words(words) or self._classified(text)

    def _classified(self, text: str) -> Language:
        with self._lock:
            code = str(self._identifier.classify(text)[0])
        return Language(code) if code in set(Language) else Language.SV

    @cached_property
    def _identifier(self) -> Any:
        from py3langid.langid import MODEL_FILE
        from py3langid.langid import LanguageIdentifier as Model

        model = Model.from_model_file(MODEL_FILE)
        known = set(model.labels)
        model.set_languages([code for code in _CANDIDATES if code in known])
        return model


def _share(script: "regex.Pattern[str]", text: str) -> float:
    letters = len(_LETTER.findall(text))
    return len(script.findall(text)) / letters if letters else 0.0


def _by_small_words(words: list[str]) -> Language | None:
    """Swedish or English where one of them leads, whatever names the text holds, else None."""
    swedish, english = (sum(word in known for word in words) for known in _SMALL_WORDS.values())
    if swedish == english:
        return None
    return Language.SV if swedish > english else Language.EN
