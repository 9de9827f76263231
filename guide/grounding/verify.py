"""Does a sentence hold in the passage it cites?

Numbers, dates, phone numbers, names of services, negations and words about needs-testing in the
sentence must stand in the quote, and the quote must stand verbatim (white space apart) in the
passage.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import regex

from guide.model.passage import Passage

_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
_WORD = regex.compile(r"\p{L}+")
_CONTRACTED = regex.compile(r"n['’]t\b")
_NEGATIONS = frozenset(
    "inte ej ingen inget inga ingenting ingenstans aldrig utan varken icke slipper "
    "not no never nothing nobody nowhere without none neither nor cannot".split()
)
_PARENTHESIS = regex.compile(r"\s*\([^)]*\)")
_SHORT = 3
"""Names up to this length count only as words of their own: "tipsa" does not name IPS."""
_NEEDS_TEST = regex.compile(
    r"behovspröv\p{L}*|biståndsbedöm\p{L}*|biståndsfri\p{L}*|assess\p{L}*|ansök\p{L}*|utredning\p{L}*"
)


class Drafted(NamedTuple):
    """A sentence before verification: its text, the quote it rests on, and the passage.

    `lead` goes before the text when it is shown: words of ours that name the document.
    """

    text: str
    quote: str
    passage: Passage
    lead: str = ""

    @property
    def shown(self) -> str:
        return self.lead + self.text


class Verifier:
    """Judges drafted sentences. `names` are names of services, which must hold like numbers."""

    def __init__(self, names: Iterable[str]) -> None:
        plain = {_plain(_PARENTHESIS.sub("", name)) for name in names} - {""}
        self._names = [_named(name) for name in sorted(plain)]

    def faults(self, draft: Drafted) -> tuple[str, ...]:
        """What does not hold; empty when the sentence may be shown."""
        quote, text = _plain(draft.quote), _plain(draft.text)
        faults = []
        if not quote or quote not in _plain(draft.passage.text):
            faults.append("quote")
        if not _counts(_NUMBER, text) <= _counts(_NUMBER, quote):
            faults.append("number")
        if negations(text) != negations(quote):
            faults.append("negation")
        if set(_NEEDS_TEST.findall(text)) - set(_NEEDS_TEST.findall(quote)):
            faults.append("needs_test")
        if any(name.search(text) and not name.search(quote) for name in self._names):
            faults.append("name")
        return tuple(faults)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _counts(pattern: "regex.Pattern[str]", text: str) -> Counter[str]:
    return Counter(pattern.findall(text))


def _named(name: str) -> "regex.Pattern[str]":
    end = r"\b" if len(name) <= _SHORT else ""
    return regex.compile(rf"\b{regex.escape(name)}{end}")


def negations(text: str) -> int:
    """Words of negation; the text is in lower case."""
    words = _WORD.findall(_CONTRACTED.sub(" not", text))
    return sum(word in _NEGATIONS for word in words)
