"""Reads Markdown; HTML in it is left out, and so is what it hides."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from ingest.documents.block import Block, Document, Kind, Span
from ingest.documents.characters import clean_text
from ingest.documents.encoding import decode
from ingest.documents.figures import is_caption, says_nothing
from ingest.documents.levels import Levels
from ingest.documents.tables import table_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = regex.compile(r"\A---\n(?:.*\n)*?(?:---|\.\.\.)(?:\n|\Z)")
_HIDING = regex.compile(r"^<(\w+)[^>]*(?:\shidden\b|display:\s*none|visibility:\s*hidden)", regex.I)
_DROPPED = regex.compile(r"^<(script|style|template|noscript)\b", regex.I)


def read_markdown(path: Path) -> Document:
    """The blocks of a Markdown file, each with its lines; the title is its first top heading."""
    return markdown_document(decode(path))


def markdown_document(text: str) -> Document:
    """The blocks of a Markdown text, front matter left out."""
    from markdown_it import MarkdownIt

    text = _FRONT_MATTER.sub(lambda found: "\n" * found.group().count("\n"), text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    titles = (
        _inline(tokens[index + 1])
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h1"
    )
    return Document(title=next(titles, None), blocks=tuple(_blocks(tokens)))


def _blocks(tokens: Sequence["Token"]) -> Iterator[Block]:
    levels = Levels()
    items = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "heading_open":
            levels.enter(int(token.tag[1]), _inline(tokens[index + 1]))
            index += 2
        elif token.type == "table_open":
            end = _closing(tokens, index)
            yield from _table(tokens[index:end], levels.path)
            index = end
        elif token.type in ("inline", "fence", "code_block"):
            yield from _text(token, levels.path, "list" if items else "paragraph")
        index += 1


def _text(token: "Token", headings: tuple[str, ...], kind: Kind) -> Iterator[Block]:
    text = _inline(token)
    if not says_nothing(text) and not is_caption(text):
        yield Block(text=text, headings=headings, lines=_span(token), kind=kind)


def _table(tokens: Sequence["Token"], headings: tuple[str, ...]) -> Iterator[Block]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token))
    text = table_text(rows, marked=True) if len(rows) > 1 else ""
    if text:
        yield Block(text=text, headings=headings, lines=_span(tokens[0]), kind="table")


def _closing(tokens: Sequence["Token"], start: int) -> int:
    return next(i for i in range(start, len(tokens)) if tokens[i].type == "table_close")


def _span(token: "Token") -> Span | None:
    return (token.map[0] + 1, token.map[1]) if token.map else None


def _inline(token: "Token") -> str:
    return clean_text("".join(_shown(token)))


def _shown(token: "Token") -> Iterator[str]:
    """The text of a token without what HTML tags in it hide."""
    if token.children is None:
        yield token.content
        return
    hidden_by: str | None = None
    for child in token.children:
        if child.type == "html_inline":
            hides = _HIDING.match(child.content) or _DROPPED.match(child.content)
            if hidden_by and child.content.lower().startswith(f"</{hidden_by}"):
                hidden_by = None
            elif hides and not hidden_by:
                hidden_by = hides.group(1).lower()
        elif hidden_by is None:
            yield " " if child.type in ("softbreak", "hardbreak") else _plain(child)


def _plain(child: "Token") -> str:
    return child.content if child.type in ("text", "code_inline") else ""
