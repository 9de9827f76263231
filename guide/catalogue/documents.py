"""Passages of a document of the city by their lines."""

from collections.abc import Iterator

from guide.catalogue.catalogue import Catalogue
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf

Span = tuple[int, int]


def passages_at(catalogue: Catalogue, document: str, lines: str | None) -> list[Passage] | None:
    """The document's passages that overlap the lines ("132-134, 140"), in its order; all of them
    without lines. None where no passage of the document is published for staff."""
    own = [
        passage
        for passage in catalogue.passages_of(document, Audience.STAFF)
        if passage.shelf is Shelf.DOCUMENTS
    ]
    if not own:
        return None
    if lines is None:
        return own
    wanted = list(spans(lines))
    return [passage for passage in own if _overlap(passage, wanted)]


def spans(lines: str) -> Iterator[Span]:
    """First and last line of each part."""
    for part in lines.split(","):
        first, _, last = part.strip().partition("-")
        yield int(first), int(last or first)


def _overlap(passage: Passage, wanted: list[Span]) -> bool:
    own = [span for line in passage.evidence if line.lines for span in spans(line.lines)]
    return any(a <= d and c <= b for a, b in own for c, d in wanted)
