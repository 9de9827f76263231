"""What a document is read into."""

from typing import Literal

from guide.model.value import Value

Kind = Literal["paragraph", "list", "table"]
Span = tuple[int, int]


class Block(Value):
    """One paragraph, one list item or the rows of one table, as a reader sees it.

    Words are whole and white space is single. The rows of a table stand on lines of their own,
    each readable alone. `lines` are the first and last line in the file, counted from 1 at every
    line feed; `page` is a page of a PDF, from 1.
    """

    text: str
    headings: tuple[str, ...] = ()
    lines: Span | None = None
    page: int | None = None
    kind: Kind = "paragraph"


class Document(Value):
    """A document's title, where it tells one, and its blocks in reading order."""

    title: str | None = None
    blocks: tuple[Block, ...] = ()
