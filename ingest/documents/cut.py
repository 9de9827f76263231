"""A document's blocks become passages of a length that can be searched and quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from guide.catalogue.sentences import sentences
from guide.model.value import Value
from ingest.documents.block import Block, Document, Kind, Span

MOST_WORDS = 120
LEAST_WORDS = 25
_LEADS_IN = (":", ",")


class Cutting(Value):
    """A passage of a document, under one path of headings.

    What stood in different blocks stands on different lines. `lines` reach from the first line of
    its first block to the last line of its last; page and kind are those of its first block.
    """

    text: str
    headings: tuple[str, ...] = ()
    lines: Span | None = None
    page: int | None = None
    kind: Kind = "paragraph"


@dataclass(frozen=True)
class Piece:
    """A block, or as many of its sentences or rows as fit."""

    text: str
    block: Block

    @property
    def words(self) -> int:
        return len(self.text.split())


def cut(
    document: Document, most_words: int = MOST_WORDS, least_words: int = LEAST_WORDS
) -> tuple[Cutting, ...]:
    """Passages along block borders; a longer block is cut at its sentences, a table at its rows.

    No passage has more than `most_words` unless it is one sentence (or row) that has; one shorter
    than `least_words` joins its neighbour under the same headings where there is room. A list
    stays with the words that lead into it where it can. No word is lost.
    """
    cuttings: list[Cutting] = []
    for headings, blocks in groupby(document.blocks, key=lambda block: block.headings):
        pieces = [piece for block in blocks for piece in _pieces(block, most_words)]
        groups = _grouped(pieces, most_words, least_words)
        cuttings += [_cutting(headings, group) for group in groups]
    return tuple(cuttings)


def _pieces(block: Block, most: int) -> Iterator[Piece]:
    if len(block.text.split()) <= most:
        yield Piece(block.text, block)
        return
    units = block.text.split("\n") if block.kind == "table" else sentences(block.text)
    glue = "\n" if block.kind == "table" else " "
    for part in _even(units, most):
        yield Piece(glue.join(part), block)


def _even(units: Sequence[str], most: int) -> Iterator[list[str]]:
    """Runs of units of about the same length, none longer than `most` words where it can be."""
    counts = [len(unit.split()) for unit in units]
    parts = -(-sum(counts) // most)
    aim = min(most, sum(counts) / parts)
    run: list[str] = []
    size = 0
    for unit, count in zip(units, counts, strict=True):
        if run and (size + count > most or size + count / 2 > aim):
            yield run
            run, size = [], 0
        run.append(unit)
        size += count
    if run:
        yield run


def _grouped(pieces: Sequence[Piece], most: int, least: int) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _belongs(groups[-1], piece, most, least):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return _without_short(groups, most, least)


def _belongs(group: Sequence[Piece], piece: Piece, most: int, least: int) -> bool:
    size = _size(group)
    if size + piece.words > most:
        return False
    led = piece.block.kind == "list" and _holds_together(group[-1])
    return led or size < least or piece.words < least


def _holds_together(last: Piece) -> bool:
    return last.block.kind == "list" or last.text.endswith(_LEADS_IN)


def _without_short(groups: list[list[Piece]], most: int, least: int) -> list[list[Piece]]:
    """A short last group joins the one before, or gets a piece from it."""
    kept: list[list[Piece]] = []
    for group in groups:
        if kept and _size(group) < least and _size(kept[-1]) + _size(group) <= most:
            kept[-1] = kept[-1] + group
        elif kept and _size(group) < least and _can_give(kept[-1], group, most, least):
            kept.append([kept[-1].pop(), *group])
        else:
            kept.append(group)
    return kept


def _can_give(before: Sequence[Piece], group: Sequence[Piece], most: int, least: int) -> bool:
    moved = before[-1].words
    return _size(before) - moved >= least and moved + _size(group) <= most


def _size(group: Sequence[Piece]) -> int:
    return sum(piece.words for piece in group)


def _cutting(headings: tuple[str, ...], group: Sequence[Piece]) -> Cutting:
    first = group[0].block
    spans = [piece.block.lines for piece in group if piece.block.lines]
    return Cutting(
        text=_text(group),
        headings=headings,
        lines=(min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None,
        page=first.page,
        kind=first.kind,
    )


def _text(group: Sequence[Piece]) -> str:
    text = group[0].text
    for before, piece in pairwise(group):
        within = before.block is piece.block and piece.block.kind != "table"
        text += (" " if within else "\n") + piece.text
    return text
