"""One page of a PDF: its visible lines in reading order, and its ruled tables."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ingest.documents.characters import clean_line, clean_text
from ingest.documents.hyphenation import Joiner
from ingest.documents.pdf_visibility import visible_page

_BOLD = ("bold", "black", "heavy")
_GUTTER = 9.0
_WIDE_GAP = 2.2
_FEWEST_COLUMN_LINES = 4
_FULL_COLUMN = 0.6
_FEWEST_WORDS = 2.5
_BAND_GAP = 1.6
_SPACE = 0.15
_LONE_GAP = 4.0
_OTHER_SIZE = 1.0


@dataclass(frozen=True)
class PageLine:
    """A line of a page; `top` is measured in points from the head of the page."""

    text: str
    top: float
    bottom: float
    x0: float
    x1: float
    size: float
    bold: bool
    page: int
    column: int = 0
    cells: bool = False


@dataclass(frozen=True)
class PageTable:
    """A ruled table: its rows of cells."""

    rows: tuple[tuple[str, ...], ...]
    top: float
    page: int


@dataclass(frozen=True)
class Word:
    """A word and where it stands."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


def page_parts(page: Any) -> list[PageLine | PageTable]:
    """The lines and tables of a page in reading order, without what its reader does not see."""
    seen = visible_page(page)
    tables = [table for table in seen.find_tables() if len(table.rows) > 1 and _columns(table) > 1]
    boxes = [table.bbox for table in tables]
    outside = seen.filter(lambda thing: not _within_any(thing, boxes))
    parts: list[PageLine | PageTable] = list(_lines(outside, page.page_number))
    for table in tables:
        rows = tuple(tuple(clean_text(cell or "") for cell in row) for row in _cells(table))
        _insert(parts, PageTable(rows, table.bbox[1], page.page_number))
    return parts


def _cells(table: Any) -> list[list[str]]:
    return [[_cell(cell) for cell in row] for row in table.extract()]


def _cell(text: str | None) -> str:
    lines = [clean_line(line) for line in (text or "").split("\n")]
    return Joiner(lines).join(lines)


def _columns(table: Any) -> int:
    return max(len(row.cells) for row in table.rows)


def _insert(parts: list[PageLine | PageTable], table: PageTable) -> None:
    index = next((i for i, part in enumerate(parts) if part.top >= table.top), len(parts))
    parts.insert(index, table)


def _within_any(thing: dict[str, Any], boxes: Sequence[tuple[float, ...]]) -> bool:
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)


def _lines(page: Any, number: int) -> Iterator[PageLine]:
    """The lines of a page; where it has two columns of running text, one column after the other."""
    rows = _rows(_words(page))
    gutter = _gutter(rows, page.width)
    for band in _bands(rows, gutter):
        halves = [_halves(row, gutter) for row in band]
        if gutter is None or not _is_prose(halves):
            yield from (_line(row, number, 0) for row in band)
            continue
        end = _columns_end(halves)
        for side in (0, 1):
            yield from (_line(half[side], number, side + 1) for half in halves[:end] if half[side])
        yield from (_line(row, number, 0) for row in band[end:])


def _columns_end(halves: Sequence[tuple[list[Word], list[Word]]]) -> int:
    """Index of a heading, of other size, that stands below both columns; else their number."""
    last = max(index for index, half in enumerate(halves) if half[1])
    size = halves[last][1][0].size
    below = range(last + 1, len(halves))
    other = (i for i in below if abs(halves[i][0][0].size - size) > _OTHER_SIZE)
    return next(other, len(halves))


def _bands(rows: Sequence[list[Word]], gutter: float | None) -> Iterator[list[list[Word]]]:
    """Runs of rows that stand close together and all leave the gutter free, or all cross it."""
    band: list[list[Word]] = []
    for row in rows:
        last = band[-1][0] if band else row[0]
        near = row[0].top - last.bottom < _BAND_GAP * max(row[0].size, last.size)
        if band and not (near and _crosses(row, gutter) == _crosses(band[-1], gutter)):
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def _words(page: Any) -> list[Word]:
    found = page.extract_words(extra_attrs=["fontname", "size"], x_tolerance_ratio=_SPACE)
    return [
        Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"], round(w["size"], 1),
             any(mark in w["fontname"].casefold() for mark in _BOLD))
        for w in found
    ]  # fmt: skip


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        last = rows[-1][-1] if rows else None
        if last is not None and abs(word.bottom - last.bottom) < 0.4 * max(word.size, last.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _gutter(rows: Sequence[Sequence[Word]], width: float) -> float | None:
    """Where two columns of running text part, if the page has such."""
    votes: Counter[int] = Counter()
    for row in rows:
        for left, right in pairwise(row):
            if right.x0 - left.x1 >= _GUTTER:
                votes.update(range(int(left.x1) + 2, int(right.x0) - 1))
    middle = {x: n for x, n in votes.items() if 0.25 * width < x < 0.75 * width}
    if not middle:
        return None
    most = max(middle.values())
    at = [x for x, n in middle.items() if n == most]
    return float(at[len(at) // 2]) if most >= _FEWEST_COLUMN_LINES else None


def _is_prose(halves: Sequence[tuple[list[Word], list[Word]]]) -> bool:
    """Whether both sides are running text: most of their lines are about as long as the longest."""
    both = [half for half in halves if half[0] and half[1]]
    if len(both) < _FEWEST_COLUMN_LINES:
        return False
    for side in (0, 1):
        lengths = [half[side][-1].x1 - half[side][0].x0 for half in both]
        full = [length for length in lengths if length >= _FULL_COLUMN * max(lengths)]
        words = sum(len(half[side]) for half in both)
        if len(full) < _FULL_COLUMN * len(lengths) or words < _FEWEST_WORDS * len(lengths):
            return False
    return True


def _crosses(row: Sequence[Word], gutter: float | None) -> bool:
    """Whether a line runs over the gutter, or comes too near to it from both sides."""
    if gutter is None or any(word.x0 < gutter < word.x1 for word in row):
        return True
    left, right = _halves(row, gutter)
    return bool(left and right and right[0].x0 - left[-1].x1 < _GUTTER / 2)


def _halves(row: Sequence[Word], gutter: float | None) -> tuple[list[Word], list[Word]]:
    """The words on both sides of the gutter; all on the left where there is none."""
    edge = gutter if gutter is not None else float("inf")
    return [word for word in row if word.x0 < edge], [word for word in row if word.x0 >= edge]


def _line(row: Sequence[Word], number: int, column: int) -> PageLine:
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    text, cells = row[0].text, False
    for gap, word in zip(gaps, row[1:], strict=True):
        wide = column == 0 and _is_wide(gap, gaps, word.size)
        cells = cells or wide
        text += ("   " if wide else " ") + word.text
    sizes = Counter(size for word in row for size in [word.size] * len(word.text))
    letters = sum(len(word.text) for word in row)
    bold = sum(len(word.text) for word in row if word.bold) > 0.8 * letters
    return PageLine(
        clean_line(text), min(w.top for w in row), max(w.bottom for w in row), row[0].x0,
        row[-1].x1, sizes.most_common(1)[0][0], bold, number, column, cells,
    )  # fmt: skip


def _is_wide(gap: float, gaps: Sequence[float], size: float) -> bool:
    """Whether a gap parts cells; in a justified line all gaps are wide, and none does."""
    if len(gaps) == 1:
        return gap > _LONE_GAP * size
    return gap > _WIDE_GAP * size and gap > 3 * min(gaps)
