"""Reads a Word document (DOCX): its body as a reader of the final version sees it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from ingest.documents.block import Block, Document, Kind
from ingest.documents.bullets import is_item, without_mark
from ingest.documents.characters import clean_text
from ingest.documents.figures import is_caption, says_nothing
from ingest.documents.headings import looks_like_heading
from ingest.documents.levels import Levels
from ingest.documents.tables import spread, table_text
from ingest.documents.unreadable import UnreadableDocument, unreadable
from ingest.documents.word_runs import Styles, children, name_of, one, shown_text

LARGEST_UNPACKED = 300 * 1024 * 1024
_HEADING = regex.compile(r"^(?:heading|rubrik)\s*([1-9])\b", regex.I)
_TITLE = regex.compile(r"^(?:title|rubrik|dokumentrubrik|titel)$", regex.I)
_LEFT_OUT = regex.compile(
    r"^(?:toc|innehåll|innehållsförteckning|caption|beskrivning|header|sidhuvud|footer|sidfot)",
    regex.I,
)
_LISTED = regex.compile(r"^(?:list (?:bullet|number)|punktlista|numrerad lista)", regex.I)
_BOLD_LEVEL = 10


def read_word(path: Path) -> Document:
    """The blocks of a DOCX; heads and feet, deletions and hidden runs are left out."""
    _check_package(path)
    try:
        return _document(path)
    except UnreadableDocument:
        raise
    except Exception as error:
        raise _damaged(path) from error


def _check_package(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            unpacked = sum(item.file_size for item in package.infolist())
            names = package.namelist()
    except (zipfile.BadZipFile, OSError) as error:
        raise _damaged(path) from error
    if unpacked > LARGEST_UNPACKED:
        raise unreadable(
            path, f"Filen blir större än {LARGEST_UNPACKED // 1024**2} MB när den packas upp.",
            "Öppna den i Word och spara den utan bilder.",
        )  # fmt: skip
    if "EncryptedPackage" in names or "[Content_Types].xml" not in names:
        raise _damaged(path)


def _damaged(path: Path) -> UnreadableDocument:
    return unreadable(
        path, "Word-filen är skadad eller ofullständig.",
        "Öppna den i Word, spara den på nytt som .docx och försök igen.",
    )  # fmt: skip


def _document(path: Path) -> Document:
    import docx

    word = docx.Document(str(path))
    reader = _Reader(Styles(word.styles.element))
    blocks = tuple(reader.blocks(word.element.body))
    title = reader.title or clean_text(word.core_properties.title or "")
    return Document(title=title or None, blocks=blocks)


class _Reader:
    """Goes through a body and gathers its blocks."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels = Levels()
        self.title: str | None = None

    def blocks(self, container: Any) -> Iterator[Block]:
        """The blocks of the paragraphs and tables of a container, text boxes after their anchor."""
        for element in container:
            kind = name_of(element)
            if kind == "p":
                yield from self._paragraph(element)
                for box in _boxes(element):
                    yield from self.blocks(box)
            elif kind == "tbl":
                yield from self._table(element)
            elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        text = clean_text(shown_text(paragraph, self._styles))
        style = self._styles.name(paragraph)
        if says_nothing(text) or _LEFT_OUT.match(style) or is_caption(text):
            return
        level = self._level(paragraph, style, text)
        if _TITLE.match(style) and self.title is None:
            self.title = text
        elif level is not None:
            self.title = self.title or (text if level == 1 else None)
            self._levels.enter(level, text)
        else:
            yield self._made(text, self._kind(paragraph, style, text))

    def _level(self, paragraph: Any, style: str, text: str) -> int | None:
        named = _HEADING.match(style)
        if named:
            return int(named.group(1))
        outline = self._styles.value(paragraph, "outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return int(outline) + 1
        bold = self._styles.is_bold(paragraph) and looks_like_heading(text)
        return _BOLD_LEVEL if bold and not self._is_listed(paragraph, style) else None

    def _is_listed(self, paragraph: Any, style: str) -> bool:
        return bool(_LISTED.match(style)) or self._styles.has(paragraph, "numPr")

    def _kind(self, paragraph: Any, style: str, text: str) -> Kind:
        listed = self._is_listed(paragraph, style) or is_item(text, opens=True)
        return "list" if listed else "paragraph"

    def _made(self, text: str, kind: Kind) -> Block:
        text = without_mark(text) if kind == "list" else text
        return Block(text=text, headings=self._levels.path, kind=kind)

    def _table(self, table: Any) -> Iterator[Block]:
        rows, marked = [], False
        for row in children(table, "tr"):
            if one(row, "trPr", "del") is None:
                cells = self._cells(row)
                rows += [cells] if any(cells) else []
                marked = marked or (len(rows) == 1 and one(row, "trPr", "tblHeader") is not None)
        text = table_text(rows, marked)
        if text:
            yield Block(text=text, headings=self._levels.path, kind="table")

    def _cells(self, row: Any) -> list[str]:
        """The texts of a row; a cell that spans columns is repeated: labels stay in place."""
        texts: list[str] = []
        cells = children(row, "tc")
        for cell in cells:
            span = one(cell, "tcPr", "gridSpan") if len(cells) > 1 else None
            width = self._styles.attribute(span) if span is not None else None
            text = clean_text(" ".join(shown_text(p, self._styles) for p in _paragraphs(cell)))
            texts += spread(text, width)
        return texts


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if name_of(child) == "p":
            yield child
        elif name_of(child) not in ("del", "moveFrom"):
            yield from _paragraphs(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The contents of text boxes, once each: the fallback for old versions of Word is skipped."""
    for element in paragraph.iter():
        if name_of(element) == "txbxContent":
            outer = {name_of(parent) for parent in element.iterancestors()}
            if not outer & {"Fallback", "del", "moveFrom"}:
                yield element
