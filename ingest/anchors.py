"""Look evidence up in the city's documents: do the lines exist, does the anchor stand there?"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import regex

from guide.model.evidence import Evidence, Source
from ingest.documents.encoding import decode
from ingest.documents.unreadable import UnreadableDocument
from ingest.problems import Problem, fault
from ingest.source_files import at_hand

WITH_LINES = (".txt", ".md", ".markdown")
"""Files whose lines evidence can name; those of other kinds are not looked up."""
_HYPHENATED = regex.compile(r"(?<=\p{L})-\s*\n\s*(?=\p{Ll})")


class DocumentShelf:
    """The documents at hand. A document that is not there is not checked.

    Lines end at line feeds alone, as passages of documents count them.
    """

    def __init__(self, sources: Iterable[Source], folder: Path | None) -> None:
        self._documents: dict[str, list[str]] = {}
        for source in sources:
            path = at_hand(source, folder)
            if path is not None and path.suffix.lower() in WITH_LINES:
                with suppress(UnreadableDocument):  # told where documents are read
                    self._documents[source.id] = decode(path).removesuffix("\n").split("\n")

    def problems(self, evidence: Iterable[Evidence], file: str) -> Iterator[Problem]:
        """What does not hold of the evidence that the file gives."""
        for item in evidence:
            document = self._documents.get(item.document)
            if document is not None:
                yield from _problems(item, document, file)


def _problems(item: Evidence, document: list[str], file: str) -> Iterator[Problem]:
    field = f"evidence.{item.id}"
    if item.lines is None:
        yield fault("anchor", file, field, "Raderna saknas.", f"Ange rader i {item.document}.")
        return
    ranges = [_range(part) for part in item.lines.split(", ")]
    if not all(1 <= first <= last <= len(document) for first, last in ranges):
        yield fault("anchor", file, f"{field}.lines", f"{item.document} har {len(document)} rader.",
                    f"Rad {item.lines} finns inte, rätta raderna.")  # fmt: skip
    elif item.anchor and _plain(item.anchor) not in _plain(text_of(item.lines, document)):
        yield fault("anchor", file, f"{field}.anchor", f"Ankaret står inte på rad {item.lines}.",
                    "Skriv ord som står där, i följd.")  # fmt: skip


def text_of(lines: str, document: list[str]) -> str:
    """The text of line ranges such as '99-101, 120', words joined over line ends."""
    picked = []
    for part in lines.split(", "):
        first, last = _range(part)
        picked.append("\n".join(document[first - 1 : last]))
    return _HYPHENATED.sub("", "\n".join(picked))


def _range(part: str) -> tuple[int, int]:
    first, _, last = part.partition("-")
    return int(first), int(last or first)


def _plain(text: str) -> str:
    return " ".join(regex.findall(r"\w+", text.casefold()))
