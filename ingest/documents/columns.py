"""Tables whose cells a plain text gives one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from ingest.documents.block import Block, Span
from ingest.documents.characters import single_spaced
from ingest.documents.chunks import WIDEST, Chunk
from ingest.documents.hyphenation import Joiner
from ingest.documents.numbers import is_values, values
from ingest.documents.tables import labelled

_NARROW = 0.62
_MOST_LABEL_LINES = 8
_COLUMN = (
    r"(?:Utfall|Bokslut|Budget|Internbudget|Prognos|Avvikelse|Mål|Målvärde|Mätetal|Nyckeltal|Andel|"
    r"Antal|Helår)"
)
_PERIOD = r"(?:(?:19|20)\d\d(?:-\d\d-\d\d|-)?|\d\d-\d\d|\(?T\d\)?)"
_PIECE = regex.compile(rf"^(?:(?:{_COLUMN}|{_PERIOD})(?:\s+|$))+$")
_HEAD = regex.compile(rf"(?:^|\s){_COLUMN}(?:\s|$)")
_YEARS = regex.compile(r"\b(?:19|20)\d\d\b")
_GAP = regex.compile(r"\p{L}\s{2,}\p{Lu}")
_COLUMNS = regex.compile(
    rf"^(?P<first>[^\d]*?)\s(?P<rest>{_COLUMN} {_PERIOD}(?: {_PERIOD})?"
    rf"(?: {_COLUMN}(?: {_PERIOD}){{0,2}})+)$"
)
_EACH = regex.compile(rf"{_COLUMN}(?: {_PERIOD})*")
_ROW = regex.compile(r"^(?P<label>\D*\p{L}\D*?)(?P<gap>\s+)(?P<values>[-+−–]?\d[\d\s.,%:+−–-]*)$")
_DATED = regex.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
    r" (?:19|20)\d\d$",
    regex.I,
)
_MOST_HEADER_WORDS = 16


@dataclass(frozen=True)
class Table:
    """A header and what stands below it, as chunks."""

    header: tuple[Chunk, ...]
    cells: tuple[Chunk, ...]

    @property
    def span(self) -> Span:
        return (self.header or self.cells)[0].span[0], self.cells[-1].span[1]


def with_tables(chunks: Sequence[Chunk], width: int) -> Iterator[Chunk | Table]:
    """The chunks in order, those of a table as one Table; figures that nothing names are gone."""
    index = 0
    while index < len(chunks):
        header_end = _header_end(chunks, index, width)
        end = _cells_end(chunks, header_end, width) if header_end > index else index
        if end > header_end:
            yield Table(tuple(chunks[index:header_end]), tuple(chunks[header_end:end]))
        elif header_end == index and (own := _rows_end(chunks, index)) > index:
            yield Table((), tuple(chunks[index:own]))
            end = own
        elif header_end == index:
            if not _all_values(chunks[index]):
                yield chunks[index]
            end = index + 1
        index = max(end, header_end)


def table_block(table: Table, headings: tuple[str, ...], joiner: Joiner) -> Block:
    """Rows with a label at every value where that is certain, else header and row as they stand."""
    header = joiner.join([text for chunk in table.header for text in chunk.texts])
    columns = _columns(header)
    grouped = _rows(table.cells) if table.header else ([chunk] for chunk in table.cells)
    rows = [_row_text(row, header, columns, joiner) for row in grouped]
    return Block(text="\n".join(rows), headings=headings, lines=table.span, kind="table")


def _row_text(row: list[Chunk], header: str, columns: list[str] | None, joiner: Joiner) -> str:
    label, figures = _label_and_values(row, joiner)
    if columns and label and figures is not None:
        cells = values(figures, len(columns) - 1)
        if cells is not None:
            return labelled(columns, [label, *cells])
    verbatim = " ".join(_cells(row, joiner))
    return f"{header}: {verbatim}" if header else verbatim


def _cells(row: list[Chunk], joiner: Joiner) -> Iterator[str]:
    for chunk in row:
        figures = [text for text in chunk.texts if is_values(text)]
        label = chunk.texts[: len(chunk.texts) - len(figures)]
        if figures == chunk.texts[len(label) :]:
            yield from (text for text in (joiner.join(label), *map(single_spaced, figures)) if text)
        else:
            yield joiner.join(chunk.texts)


def _label_and_values(row: list[Chunk], joiner: Joiner) -> tuple[str, str | None]:
    lines = [text for chunk in row for text in chunk.texts]
    figures = [line for line in lines if is_values(line)]
    if len(figures) == 1 and lines[-1] == figures[0] and len(row) == 2:
        return joiner.join(lines[:-1]), figures[0]
    found = _ROW.match(lines[-1])
    if found and not figures and len(row) == 1 and len(found["gap"]) == 1:
        return joiner.join([*lines[:-1], found["label"]]), found["values"]
    return "", None


def _columns(header: str) -> list[str] | None:
    found = _COLUMNS.match(header)
    return [found["first"].strip(), *_EACH.findall(found["rest"])] if found else None


def _rows(cells: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    row: list[Chunk] = []
    for chunk, following in zip(cells, [*cells[1:], None], strict=True):
        row.append(chunk)
        if _closes_row(chunk) and (following is None or not _all_values(following)):
            yield row
            row = []
    if row:
        yield row


def _header_end(chunks: Sequence[Chunk], start: int, width: int) -> int:
    """Index after the header that begins at `start`, or `start` where none begins."""
    first = chunks[start]
    following = chunks[start + 1] if start + 1 < len(chunks) else None
    flat = first.flat.replace("- ", "")
    if len(flat.split()) > _MOST_HEADER_WORDS or first.ends_sentence() or not _HEAD.search(flat):
        return start
    split = following is not None and _is_piece(following) and following.flat[0].isdigit()
    if not (_YEARS.search(flat) or _GAP.search(first.lines[0].text) or split):
        return start
    if first.broadest > width:
        return start
    end = start + 1
    while end < len(chunks) and _is_piece(chunks[end]):
        end += 1
    return end


def _is_piece(chunk: Chunk) -> bool:
    return bool(_PIECE.match(chunk.flat.replace("Mål- värde", "Målvärde")))


def _cells_end(chunks: Sequence[Chunk], start: int, width: int) -> int:
    """Index after the last value below a header: labels count only where a value follows them."""
    end = index = start
    while index < len(chunks) and _header_end(chunks, index, width) == index:
        if _closes_row(chunks[index]):
            end = index + 1
        elif not _is_label(chunks[index], width):
            break
        index += 1
    return end


def _rows_end(chunks: Sequence[Chunk], start: int) -> int:
    """Index after rows that stand without a header, each on one line."""
    end = start
    while end < len(chunks) and len(chunks[end].lines) == 1 and _is_full_row(chunks[end].flat):
        end += 1
    return end


def _is_full_row(text: str) -> bool:
    if len(text) > WIDEST:
        return False
    found = _ROW.match(text)
    return bool(_DATED.search(text) and len(text.split()) <= _MOST_HEADER_WORDS) or bool(
        found and len(found["label"].split()) <= 6 and len(found["values"].split()) > 1
    )


def _closes_row(chunk: Chunk) -> bool:
    last = chunk.lines[-1].words
    if len(last) > WIDEST:
        return False
    return is_values(last) or bool(_ROW.match(last) and len(last.split()) > 2) or _all_units(chunk)


def _all_values(chunk: Chunk) -> bool:
    return all(is_values(line) for line in chunk.texts) or _all_units(chunk)


def _all_units(chunk: Chunk) -> bool:
    """'151,08 vård- dygn', 'Högst 160': a value with its unit in a narrow column."""
    flat = chunk.flat
    return len(flat) <= 25 and bool(
        regex.match(r"^(?:(?:[\d.,]*\d|%|Minst|Högst|NKI|HME|vård-? ?dygn)\s*)+$", flat)
    )


def _is_label(chunk: Chunk, width: int) -> bool:
    return len(chunk.lines) <= _MOST_LABEL_LINES and chunk.broadest <= _NARROW * width
