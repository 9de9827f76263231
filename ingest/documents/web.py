"""Reads a web page: its main content, as a visitor sees it."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import regex

from ingest.documents.block import Block, Document, Kind, Span
from ingest.documents.characters import clean_text, single_spaced
from ingest.documents.encoding import decode
from ingest.documents.figures import is_caption, says_nothing
from ingest.documents.levels import Levels
from ingest.documents.tables import spread, table_text
from ingest.documents.unreadable import unreadable
from ingest.documents.web_visibility import hide_by_style_sheets, is_around, is_unseen

_HEADING = regex.compile(r"^h([1-6])$")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_TAG = regex.compile(r"<[^<>]*>")
_DELETED = frozenset({"del", "s", "strike"})
_SITE_NAME = regex.compile(r"\s[|–—·-]\s.*$")
_MOST_CELL_WORDS = 60


def read_web_page(path: Path) -> Document:
    """The blocks of a saved web page; lines are those of its source.

    Menus, banners, sidebars, feet and all that a browser does not show are left out.
    """
    document = web_document(decode(path))
    if document is None:
        raise unreadable(path, "Filen är inte en webbsida.", "Spara sidan på nytt som HTML.")
    return document


def web_document(source: str) -> Document | None:
    """The blocks of a page's source, or None where it holds no element."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    hide_by_style_sheets(root)
    title = root.findtext(".//title")
    main = _main(root)
    first = next((_text(heading) for heading in main.iter("h1") if not _dropped(heading)), "")
    told = first or _SITE_NAME.sub("", clean_text(title or ""))
    return Document(title=told or None, blocks=tuple(_Walk(source).blocks(main)))


def _main(root: Any) -> Any:
    """The element that holds the content: main, a single article, else the body."""
    for found in (root.xpath("//main | //*[@role='main']"), root.xpath("//article")):
        shown = [element for element in found if not _dropped(element)]
        if len(shown) == 1 and len(_text(shown[0]).split()) > 0:
            return shown[0]
    body = root.find("body")
    return root if body is None else body


def _dropped(element: Any) -> bool:
    return any(is_unseen(e) or is_around(e) for e in (element, *element.iterancestors()))


class _Walk:
    """Goes through a page and gathers its blocks."""

    def __init__(self, source: str) -> None:
        self._source = source.split("\n")
        self._levels = Levels()
        self._words: list[str] = []
        self._span: Span | None = None
        self._items = 0

    def blocks(self, element: Any) -> Iterator[Block]:
        """The blocks of an element and of what follows within it."""
        yield from self._inside(element)
        yield from self._flush()

    def _inside(self, element: Any) -> Iterator[Block]:
        self._add(element.text, element)
        for child in element:
            if isinstance(child.tag, str) and not is_unseen(child) and not is_around(child):
                yield from self._element(child)
            self._add(child.tail, child)

    def _element(self, element: Any) -> Iterator[Block]:
        heading = _HEADING.match(element.tag)
        if element.tag == "br":
            self._add(" ", element)
        elif element.tag in _INLINE:
            yield from () if element.tag in _DELETED else self._inside(element)
        elif heading:
            yield from self._flush()
            self._levels.enter(int(heading.group(1)), _text(element))
        elif element.tag == "table" and _is_data(element):
            yield from self._flush()
            yield from self._table(element)
        else:
            yield from self._block(element)

    def _block(self, element: Any) -> Iterator[Block]:
        yield from self._flush()
        item = element.tag in ("li", "dd")
        self._items += item
        yield from self._inside(element)
        yield from self._flush()
        self._items -= item

    def _table(self, element: Any) -> Iterator[Block]:
        rows = [row for row in _rows(element) if any(row)]
        marked = bool(element.xpath(".//thead//*[self::th or self::td] | .//tr[1][not(td)]/th"))
        text = table_text(rows, marked)
        if text:
            yield self._made(text, "table", _span(element))

    def _add(self, text: str | None, element: Any) -> None:
        if not text:
            return
        self._words.append(text)
        line = element.sourceline
        if text.strip() and line:
            first, last = self._span or (line, line)
            self._span = min(first, line), max(last, line + text.rstrip().count("\n"))

    def _flush(self) -> Iterator[Block]:
        text, span = clean_text("".join(self._words)), self._span
        self._words, self._span = [], None
        if not says_nothing(text) and not is_caption(text):
            yield self._made(text, "list" if self._items else "paragraph", span)

    def _made(self, text: str, kind: Kind, span: Span | None) -> Block:
        lines = span if span and self._stands(text, span) else None
        return Block(text=text, headings=self._levels.path, lines=lines, kind=kind)

    def _stands(self, text: str, span: Span) -> bool:
        """Whether the text's words are in those lines: the parser's line numbers are a guess."""
        source = _TAG.sub("", "\n".join(self._source[span[0] - 1 : span[1]]))
        source = clean_text(unescape(source))
        return all(word in source for word in regex.findall(r"[\p{L}\d]+", text))


def _span(element: Any) -> Span | None:
    lines = [inner.sourceline for inner in element.iter() if inner.sourceline]
    return (min(lines), max(lines)) if lines else None


def _is_data(table: Any) -> bool:
    """Whether a table holds data; one that lays out a page holds headings, tables or long text."""
    if table.xpath(".//table | .//h1 | .//h2 | .//h3 | .//h4"):
        return False
    cells = table.xpath(".//td | .//th")
    return all(len(_text(cell).split()) <= _MOST_CELL_WORDS for cell in cells)


def _rows(table: Any) -> Iterator[list[str]]:
    """The cells of each row; one that spans columns is repeated so that labels stay in place."""
    for row in table.iter("tr"):
        if _hidden_within(row, table):
            continue
        cells = [cell for cell in row if cell.tag in ("td", "th") and not is_unseen(cell)]
        yield [text for cell in cells for text in spread(_text(cell), cell.get("colspan"))]


def _hidden_within(row: Any, table: Any) -> bool:
    return any(is_unseen(e) for e in (row, *row.iterancestors()) if e is not table)


def _text(element: Any) -> str:
    return single_spaced(clean_text("".join(_shown(element))))


def _shown(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not is_unseen(child) and child.tag not in _DELETED:
            inner = "".join(_shown(child))
            yield inner if child.tag in _INLINE else f" {inner} "
        yield child.tail or ""
