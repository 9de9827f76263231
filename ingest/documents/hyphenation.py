"""Lines become running text: words that a line end parted are made whole."""

from collections.abc import Iterable, Sequence
from functools import reduce

import regex

from ingest.documents.characters import single_spaced

_PARTED = regex.compile(r"(?P<before>[\p{L}\p{M}\d]+)-$")
_FIRST_WORD = regex.compile(r"^[\p{L}\p{M}]+")
_WORD = regex.compile(r"[\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*")
_STRAY_LETTER = regex.compile(r"(?P<start>\p{L}{4,}) (?P<letter>[oäiåö])-$")
_SUSPENDED = frozenset({"och", "eller", "samt", "respektive", "resp", "men", "som", "till", "and"})
_KEEPS_ITS_HYPHEN = frozenset({"icke", "vice"})


class Joiner:
    """Joins the lines of one document; the document's own words settle what is a whole word."""

    def __init__(self, lines: Iterable[str]) -> None:
        found = (_inner_words(line) for line in lines)
        self._words = frozenset(word for words in found for word in words)

    def join(self, lines: Sequence[str]) -> str:
        """Running text with single white space.

        'upp-' and 'följning' become one word; the hyphen stays after an abbreviation, a single
        letter, a digit and 'icke', before a capital, and in 'barn- och'.
        """
        return single_spaced(reduce(self._append, lines)) if lines else ""

    def _append(self, text: str, line: str) -> str:
        text, line = text.rstrip(), line.strip()
        parted = _PARTED.search(text)
        following = _FIRST_WORD.match(line)
        if not parted or not line:
            return f"{text} {line}"
        if following is None:
            return text + line if line[0].isdigit() else f"{text} {line}"
        if following.group().casefold() in _SUSPENDED:
            return f"{text} {line}"
        if self._keeps_hyphen(parted["before"], following.group()):
            return text + line
        return self._without_stray_space(text)[:-1] + line

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        if before[-1].isdigit() or after[0].isupper():
            return True
        whole, compound = (before + after).casefold(), f"{before}-{after}".casefold()
        if compound in self._words and whole not in self._words:
            return True
        if len(before) == 1:
            return before not in "oäiåö"
        abbreviated = before.isupper() and whole not in self._words
        return abbreviated or before.casefold() in _KEEPS_ITS_HYPHEN

    def _without_stray_space(self, text: str) -> str:
        """Mends 'Pers o-': a lone vowel at a line end whose first half is no word by itself."""
        stray = _STRAY_LETTER.search(text)
        if stray is None or stray["start"].casefold() in self._words:
            return text
        return f"{text[: stray.start()]}{stray['start']}{stray['letter']}-"


def _inner_words(line: str) -> list[str]:
    """The words of a line that no line end can have parted, casefolded."""
    line = regex.sub(r"(?:\p{L}+ \p{L}|[\p{L}\d]+)-\s*$", "", line.strip())
    words = [word.casefold() for word in _WORD.findall(line)]
    return words[1:] if words and line[:1].islower() else words
