"""The one form of a text that rules are matched against."""

import unicodedata

import regex

_JOINERS = "\u200c\u200d"
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_INVISIBLE = regex.compile(
    rf"[\p{{Cf}}{_FILLERS}\ufe00-\ufe0f\U000e0000-\U000e0fff--[{_JOINERS}]]", regex.V1
)
_LOOSE_JOINER = regex.compile(
    rf"(?<!\p{{Arabic}})[{_JOINERS}]|[{_JOINERS}](?!\p{{Arabic}})", regex.V1
)
_MARKS = regex.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_APOSTROPHES = regex.compile(r"[`´ʹʻʼʽˈ‘’‚‛′]")
_DASHES = regex.compile(r"[‐‑‒–—―−⁃﹘﹣-]")
_LONG_RUN = regex.compile(r"(\p{L})\1{2,}")
_SPACE = regex.compile(r"\s+")
_LINE_END = regex.compile(r"(?<=[.!?…؟])\s+|\s*\n\s*")
_ARABIC_LETTERS = str.maketrans("أإآٱةیىک", "ااااهييك")


def visible(text: str) -> str:
    """NFKC without characters that no reader sees (zero width, bidirectional, tags, fillers).

    Case, line breaks and the joiners that Persian and Arabic spelling needs are kept.
    """
    shown = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _CONTROL.sub(" ", _LOOSE_JOINER.sub("", shown))


def fold_arabic(text: str) -> str:
    """One letter for each group that Arabic and Persian keyboards write differently."""
    return text.translate(_ARABIC_LETTERS)


def normalise(text: str) -> str:
    """The form that patterns are written for; normalising twice changes nothing.

    NFKC, casefolded, invisible characters, stray accents and Arabic vowel signs removed, white
    space collapsed and stripped, runs of three or more equal letters cut to two, every apostrophe
    `'` and every dash `-`, Arabic letter variants folded (`fold_arabic`).
    """
    folded = unicodedata.normalize("NFKC", visible(text).casefold())
    for joiner in _JOINERS:
        folded = folded.replace(joiner, "")
    folded = fold_arabic(_MARKS.sub("", folded))
    folded = _DASHES.sub("-", _APOSTROPHES.sub("'", folded))
    return _SPACE.sub(" ", _LONG_RUN.sub(r"\1\1", folded)).strip()


def lines(text: str) -> list[str]:
    """The sentences and lines of a text, whether or not they begin with a capital."""
    return [line.strip() for line in _LINE_END.split(text) if not is_empty_of_words(line)]


def is_empty_of_words(text: str) -> bool:
    """True when no letter and no digit is left: punctuation, emoji and blanks alone."""
    return not any(character.isalnum() for character in visible(text))
