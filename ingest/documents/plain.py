"""Reads plain text: paragraphs, lists, headings and tables are found by how the lines look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.documents.block import Block, Document, Kind
from ingest.documents.bullets import is_item, is_numbered, without_mark
from ingest.documents.characters import without_emphasis
from ingest.documents.chunks import (
    Chunk,
    Line,
    chunks_of,
    continues,
    joined,
    line_width,
    numbered_lines,
    running_title,
    without_furniture,
)
from ingest.documents.columns import Table, table_block, with_tables
from ingest.documents.encoding import decode
from ingest.documents.figures import is_caption, says_nothing
from ingest.documents.headings import HeadingPath, looks_like_heading
from ingest.documents.hyphenation import Joiner

_SHORT = 0.62
_MOST_INNER_WORDS = 5
_MOST_HEADING_LINES = 2


@dataclass(frozen=True)
class Heading:
    """A heading among the parts of a text."""

    text: str
    chunk: Chunk


Part = Chunk | Table | Heading


def read_plain(path: Path) -> Document:
    """The blocks of a text file, each with its lines."""
    return plain_document(decode(path))


def plain_document(text: str) -> Document:
    """The blocks of a text, each with its lines; the title is what its pages repeat, if any."""
    every = numbered_lines(text)
    lines = without_furniture(every, text)
    joiner = Joiner(line.text for line in lines)
    width = line_width(lines)
    tabled = with_tables(chunks_of(lines), width)
    parts = _settled(list(_with_headings(_whole(tabled, width), width, joiner)))
    return Document(title=running_title(every), blocks=tuple(_blocks(parts, joiner)))


def _whole(parts: Iterator[Chunk | Table], width: int) -> list[Chunk | Table]:
    """Paragraphs that a page break parted are one again."""
    whole: list[Chunk | Table] = []
    for part in parts:
        last = whole[-1] if whole else None
        if isinstance(last, Chunk) and isinstance(part, Chunk) and continues(last, part, width):
            whole[-1] = joined(last, part)
        else:
            whole.append(part)
    return whole


def _with_headings(parts: Sequence[Chunk | Table], width: int, joiner: Joiner) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Table):
            yield part
        elif not is_caption(part.flat) and not says_nothing(part.flat):
            yield from _apart(part, width, joiner)


def _apart(chunk: Chunk, width: int, joiner: Joiner) -> Iterator[Part]:
    """The headings of a chunk apart from its paragraphs."""
    text = joiner.join(chunk.texts)
    if len(chunk.lines) <= _MOST_HEADING_LINES and looks_like_heading(text):
        yield Heading(text, chunk)
        return
    paragraph: list[Line] = []
    for line, following in zip(chunk.lines, [*chunk.lines[1:], None], strict=True):
        if following and _heads(line, following, paragraph, width):
            if paragraph:
                yield Chunk(tuple(paragraph))
            paragraph = []
            yield Heading(joiner.join([line.words]), Chunk((line,)))
        else:
            paragraph.append(line)
    yield Chunk(tuple(paragraph))


def _heads(line: Line, following: Line, before: Sequence[Line], width: int) -> bool:
    """Whether a line without a blank line below it is a heading: short, and a sentence begins."""
    if is_item(line.text, opens=True) or is_item(following.text, opens=True):
        return False
    if len(line.words) > _SHORT * width or not looks_like_heading(line.words):
        return False
    if is_numbered(line.text) and is_numbered(following.text):
        return False
    ended = not before or before[-1].words.endswith((".", "!", "?"))
    short = not before or len(line.words.split()) <= _MOST_INNER_WORDS
    return ended and short and following.words[:1].isupper()


def _settled(parts: Sequence[Part]) -> list[Part]:
    """Headings under which nothing stands are text: the last one, and a value between headings.

    In 'Bedömning', 'Kommer uppnås', 'Analys' the middle one is the value of the first, if the
    document repeats the first and the last.
    """
    path = HeadingPath(part.text for part in parts if isinstance(part, Heading))
    settled: list[Part] = []
    for index, part in enumerate(parts):
        before = parts[index - 1] if index else None
        after = parts[index + 1] if index + 1 < len(parts) else None
        if isinstance(part, Heading) and (
            after is None or _leads_in(part, after) or _is_value(before, part, after, path)
        ):
            settled.append(part.chunk)
        else:
            settled.append(part)
    return settled


def _leads_in(part: Heading, after: Part) -> bool:
    """Whether a short line that ends with a colon leads into a list."""
    listed = isinstance(after, Chunk) and is_item(after.lines[0].text, opens=True)
    return part.text.endswith(":") and listed


def _is_value(before: Part | None, part: Heading, after: Part, path: HeadingPath) -> bool:
    if not isinstance(before, Heading) or not isinstance(after, Heading):
        return False
    return path.repeats(before.text) and path.repeats(after.text) and not path.repeats(part.text)


def _blocks(parts: Sequence[Part], joiner: Joiner) -> Iterator[Block]:
    path = HeadingPath(part.text for part in parts if isinstance(part, Heading))
    for part in parts:
        if isinstance(part, Heading):
            path.enter(part.text)
            continue
        path.body()
        if isinstance(part, Table):
            yield table_block(part, path.path, joiner)
        else:
            yield _text_block(part, path.path, joiner)


def _text_block(chunk: Chunk, headings: tuple[str, ...], joiner: Joiner) -> Block:
    listed = is_item(chunk.lines[0].text, opens=True)
    kind: Kind = "list" if listed else "paragraph"
    texts = [without_mark(chunk.lines[0].text), *chunk.texts[1:]] if listed else chunk.texts
    text = without_emphasis(joiner.join(texts))
    return Block(text=text, headings=headings, lines=chunk.span, kind=kind)
