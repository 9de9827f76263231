"""Lines of pages become headings and blocks, over page breaks too."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

import regex

from ingest.documents.block import Block, Kind
from ingest.documents.bullets import is_item, is_numbered, without_mark
from ingest.documents.figures import is_caption, says_nothing
from ingest.documents.headings import MOST_WORDS, looks_like_heading
from ingest.documents.hyphenation import Joiner
from ingest.documents.levels import Levels
from ingest.documents.pdf_page import PageLine, PageTable
from ingest.documents.tables import table_text

_LARGER = 1.12
_MOST_TITLE_WORDS = 20
_PARAGRAPH_GAP = 1.45
_SENTENCE_END = regex.compile(r"[.!?…:;][\"”»)]*$")

Part = PageLine | PageTable


class PdfBlocks:
    """Gathers the blocks of all pages; sizes and weights of type tell the headings."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        lines = [part for part in parts if isinstance(part, PageLine)]
        self._joiner = Joiner(line.text for line in lines)
        sizes = Counter(size for line in lines for size in [line.size] * len(line.text))
        self._size = sizes.most_common(1)[0][0] if sizes else 0.0
        letters = sum(len(line.text) for line in lines)
        bold = sum(len(line.text) for line in lines if line.bold)
        self._bold_is_rare = bold < letters / 2
        larger = {line.size for line in lines if line.size >= _LARGER * self._size}
        self._ranks = {size: rank for rank, size in enumerate(sorted(larger, reverse=True), 1)}
        self._leading = _leading(lines)

    @property
    def title(self) -> str | None:
        """The first of the largest headings, if it stands on the first page."""
        lines = [part for part in self._parts if isinstance(part, PageLine)]
        runs = groupby(lines, key=lambda line: (line.page, self._ranks.get(line.size)))
        first = next((list(run) for (page, rank), run in runs if (page, rank) == (1, 1)), [])
        text = self._joiner.join([line.text for line in first])
        return text if first and len(text.split()) <= _MOST_TITLE_WORDS else None

    def blocks(self) -> Iterator[Block]:
        """The blocks in reading order, each with the page that it begins on."""
        levels = Levels()
        for group in self._whole(self._groups()):
            if isinstance(group, PageTable):
                yield from _table(group, levels.path)
                continue
            text = self._joiner.join([line.text for line in group])
            level = self._level(group, text)
            if level is not None:
                levels.enter(level, text)
            elif group[0].cells:
                yield from self._verbatim(group, levels.path)
            elif not says_nothing(text) and not is_caption(text):
                yield self._text(group, text, levels.path)

    def _text(self, group: Sequence[PageLine], text: str, headings: tuple[str, ...]) -> Block:
        listed = is_item(group[0].text, opens=True)
        kind: Kind = "list" if listed else "paragraph"
        text = without_mark(text) if listed else text
        return Block(text=text, headings=headings, page=group[0].page, kind=kind)

    def _verbatim(self, group: Sequence[PageLine], headings: tuple[str, ...]) -> Iterator[Block]:
        """Rows of a table without rules, each as it stands: no label is put to a value."""
        rows = [" ".join(line.text.split()) for line in group]
        told = [row for row in rows if not says_nothing(row)]
        if told:
            page = group[0].page
            yield Block(text="\n".join(told), headings=headings, page=page, kind="table")

    def _level(self, group: Sequence[PageLine], text: str) -> int | None:
        first = group[0]
        if says_nothing(text) or len(text.split()) > MOST_WORDS + 6 or first.cells:
            return None
        if first.size in self._ranks:
            return None if text.endswith(".") and len(text.split()) > 6 else self._ranks[first.size]
        bold = first.bold and self._bold_is_rare and looks_like_heading(text)
        return len(self._ranks) + 1 if bold and first.size >= 0.95 * self._size else None

    def _groups(self) -> Iterator[list[PageLine] | PageTable]:
        group: list[PageLine] = []
        for part in self._parts:
            if group and (isinstance(part, PageTable) or self._parts_from(group, part)):
                yield group
                group = []
            if isinstance(part, PageTable):
                yield part
            else:
                group.append(part)
        if group:
            yield group

    def _parts_from(self, group: Sequence[PageLine], line: PageLine) -> bool:
        """Whether a line begins a new paragraph."""
        last = group[-1]
        if (last.page, last.column) != (line.page, line.column) or last.cells != line.cells:
            return True
        if abs(last.size - line.size) > 0.6 or (last.bold != line.bold and self._is_short(group)):
            return True
        if is_numbered(group[0].text) and is_numbered(line.text):
            return True
        if is_item(line.text, opens=is_item(group[0].text, opens=True)):
            return True
        leading = max(self._leading, 1.1 * line.size)
        return line.top - last.top > _PARAGRAPH_GAP * leading or line.top < last.top - 1

    def _is_short(self, group: Sequence[PageLine]) -> bool:
        return group[0].bold and len(group) <= 2

    def _whole(
        self, groups: Iterator[list[PageLine] | PageTable]
    ) -> list[list[PageLine] | PageTable]:
        """Paragraphs that a page or a column break parted are one again."""
        whole: list[list[PageLine] | PageTable] = []
        for group in groups:
            last = whole[-1] if whole else None
            if isinstance(last, list) and isinstance(group, list) and _continues(last, group):
                last.extend(group)
            else:
                whole.append(group)
        return whole


def _continues(before: Sequence[PageLine], after: Sequence[PageLine]) -> bool:
    last, first = before[-1], after[0]
    if (last.page, last.column) == (first.page, first.column) or last.cells or first.cells:
        return False
    if abs(last.size - first.size) > 0.6 or _SENTENCE_END.search(last.text.strip()):
        return False
    return first.text.strip()[:1].islower()


def _leading(lines: Sequence[PageLine]) -> float:
    steps = [
        after.top - before.top
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < after.top - before.top < 3 * before.size
    ]
    return median(steps) if steps else 0.0


def _table(table: PageTable, headings: tuple[str, ...]) -> Iterator[Block]:
    text = table_text([row for row in table.rows if any(row)])
    if text and not says_nothing(text):
        yield Block(text=text, headings=headings, page=table.page, kind="table")
