"""Lines of a plain text, and the runs of lines that belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from ingest.documents.block import Span
from ingest.documents.bullets import is_item, is_numbered
from ingest.documents.characters import clean_line
from ingest.documents.furniture import contents_lines, masked, running_lines

NARROWEST, WIDEST = 70, 110
"""Between these lies a full line, whatever the lengths of a few very short or long ones say."""
_SENTENCE_END = regex.compile(r"[.!?…:;][\"”»)\]]*\s*$")
_FULL = 0.75


@dataclass(frozen=True)
class Line:
    """A line and its number in the file, from 1; leading and inner spacing are kept."""

    number: int
    text: str

    @property
    def words(self) -> str:
        return self.text.strip()

    @property
    def indented(self) -> bool:
        return self.text[:1].isspace()


@dataclass(frozen=True)
class Chunk:
    """Lines that belong together."""

    lines: tuple[Line, ...]

    @property
    def texts(self) -> list[str]:
        return [line.words for line in self.lines]

    @property
    def flat(self) -> str:
        return " ".join(self.texts)

    @property
    def span(self) -> Span:
        return self.lines[0].number, self.lines[-1].number

    @property
    def broadest(self) -> int:
        return max(len(line.words) for line in self.lines)

    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.lines[-1].text))


def numbered_lines(text: str) -> list[Line]:
    """Every line of a text as `cat -n` counts them, without characters that no reader sees."""
    lines = text.replace("\f", "\f ").split("\n")
    return [Line(n, clean_line(line.replace("\f", ""))) for n, line in enumerate(lines, 1)]


def without_furniture(lines: Sequence[Line], text: str) -> list[Line]:
    """The same lines, those that pages repeat and those of tables of contents blank.

    What a page break (form feed) parts in `text` tells which lines pages repeat.
    """
    unwanted = contents_lines([line.text for line in lines])
    pages = [_filled(page) for page in text.strip("\f\n ").split("\f")]
    running = running_lines(pages) if len(pages) > 1 else set()
    title = running_title(lines)
    return [
        Line(line.number, "")
        if line.number - 1 in unwanted or masked(line.text) in running or line.words == title
        else line
        for line in lines
    ]


def running_title(lines: Sequence[Line]) -> str | None:
    """The first line, if it stands alone at least twice more: what the pages repeat."""
    first = next((line.words for line in lines if line.words), None)
    again = sum(line.words == first for line in lines)
    return first if again > 2 else None


def line_width(lines: Sequence[Line]) -> int:
    """How long a full line is: as long as nine in ten at most, within NARROWEST and WIDEST."""
    lengths = sorted(len(line.words) for line in lines if line.words)
    usual = lengths[len(lengths) * 9 // 10] if lengths else WIDEST
    return max(NARROWEST, min(WIDEST, usual))


def chunks_of(lines: Sequence[Line]) -> list[Chunk]:
    """Runs of lines between blank lines, at indented lines (a page or a cell begins) and items."""
    return [Chunk(tuple(run)) for run in _runs(lines)]


def continues(before: Chunk, after: Chunk, width: int) -> bool:
    """Whether a page or column break parted one paragraph in two."""
    first, last = after.lines[0].words, before.lines[-1].words
    if before.ends_sentence() or is_item(after.lines[0].text, opens=True):
        return False
    if first[:1].islower():
        return True
    return len(last) >= _FULL * width and not first[:1].isspace() and first[:1].isdigit()


def joined(before: Chunk, after: Chunk) -> Chunk:
    return Chunk(before.lines + after.lines)


def _filled(page: str) -> list[str]:
    return [clean_line(line) for line in page.split("\n") if line.strip()]


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and (not line.words or _starts(line, run[0])):
            yield run
            run = []
        if line.words:
            run.append(line)
    if run:
        yield run


def _starts(line: Line, first: Line) -> bool:
    if line.indented:
        return True
    if is_numbered(first.text) and is_numbered(line.text):
        return True
    return is_item(line.text, opens=is_item(first.text, opens=True))
