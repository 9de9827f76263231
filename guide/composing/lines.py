"""Lines of a model's reply, as they come: a sentence, the number of its text, and its quote."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

LONGEST = 1200
"""Characters; a longer line is cut there and will not hold."""
_LEAD = regex.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)])\s+")
_CITED = regex.compile(
    r"^(?P<text>.+?)\s*(?:\[(?:text\s*)?(?P<n>\d{1,2})\b[^\]]*\]|\((?:text\s*)?(?P<m>\d{1,2})\))"
    r"\s*[.:–-]?\s*(?P<rest>.*)$",
    regex.I,
)
_QUOTED = regex.compile(r"[«»\"“”„‟]+\s*(?P<quote>.*?)\s*[«»\"“”„‟]*\s*\.?\s*$")
_HEADING = regex.compile(r"^(?:#+\s|\*\*[^*]+\*\*\s*$|```|---)|:\s*$")


class Line(NamedTuple):
    """One line; `number` is 0 where it names no text, `quote` empty where it gives none."""

    written: str
    text: str
    number: int = 0
    quote: str = ""


def lines(pieces: Iterable[str]) -> Iterator[Line]:
    """Each line when it is whole; blank lines, headings and fences are left out."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        *whole, waiting = waiting.split("\n")
        for written in whole:
            yield from _line(written)
        if len(waiting) > LONGEST:
            yield from _line(waiting[:LONGEST])
            waiting = ""
    yield from _line(waiting)


def _line(written: str) -> Iterator[Line]:
    plain = _LEAD.sub("", written.strip())
    found = _CITED.match(plain)
    if found is not None:
        quoted = _QUOTED.search(found["rest"])
        quote = quoted["quote"] if quoted else ""
        yield Line(written.strip(), found["text"].strip(), int(found["n"] or found["m"]), quote)
    elif plain and not _HEADING.search(plain):
        yield Line(written.strip(), plain)
