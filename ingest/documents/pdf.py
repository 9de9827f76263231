"""Reads a PDF by its text layer."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from ingest.documents.block import Document
from ingest.documents.furniture import (
    EDGE,
    contents_lines,
    is_page_number,
    masked,
    running_lines,
)
from ingest.documents.pdf_blocks import Part, PdfBlocks
from ingest.documents.pdf_page import PageLine, page_parts
from ingest.documents.unreadable import UnreadableDocument, unreadable

MOST_PAGES = 2000
_TITLE = 1.3
"""What is so much larger than the text is the title, though later pages repeat it at their head."""


def read_pdf(path: Path) -> Document:
    """The blocks of a PDF, each with its page; what no reader sees is left out.

    Raises UnreadableDocument for one that is encrypted, damaged or without visible text.
    """
    pages = _pages(path)
    parts = list(_without_furniture(pages))
    if not any(isinstance(part, PageLine) or part.rows for part in parts):
        raise unreadable(
            path, "PDF-filen har inget synligt textlager; den är troligen inskannad.",
            "Tolka texten (OCR) och spara den som text, eller hämta originalet.",
        )  # fmt: skip
    gathered = PdfBlocks(parts)
    return Document(title=gathered.title, blocks=tuple(gathered.blocks()))


def _pages(path: Path) -> list[list[Part]]:
    import pdfplumber

    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise unreadable(path, f"PDF-filen har fler än {MOST_PAGES} sidor.", "Dela den.")
            return [_parts(page) for page in pdf.pages]
    except UnreadableDocument:
        raise
    except Exception as error:
        raise _classified(path, error) from error


def _parts(page: Any) -> list[Part]:
    parts = page_parts(page)
    page.close()
    return parts


def _classified(path: Path, error: Exception) -> UnreadableDocument:
    from pdfminer.pdfdocument import PDFEncryptionError

    causes = (error, *error.args, error.__cause__, error.__context__)
    if any(isinstance(cause, PDFEncryptionError) for cause in causes):
        return unreadable(path, "PDF-filen är låst med lösenord.", "Spara en kopia utan lösenord.")
    return unreadable(
        path, "PDF-filen är skadad eller ofullständig.", "Hämta den på nytt och försök igen."
    )


def _without_furniture(pages: Sequence[Sequence[Part]]) -> Iterator[Part]:
    lines = [[part for part in page if isinstance(part, PageLine)] for page in pages]
    ordered = [sorted(page, key=lambda line: line.top) for page in lines]
    running = running_lines([[line.text for line in page] for page in ordered])
    every = [line for page in lines for line in page]
    contents = {id(every[i]) for i in contents_lines([line.text for line in every])}
    usual = median(line.size for line in every) if every else 0.0
    for page, by_height in zip(pages, ordered, strict=True):
        edge = {
            id(line)
            for line in (*by_height[:EDGE], *by_height[-EDGE:])
            if not (line.page == 1 and line.size > _TITLE * usual)
        }
        for part in page:
            if not isinstance(part, PageLine) or (
                id(part) not in contents and not (id(part) in edge and _repeats(part, running))
            ):
                yield part


def _repeats(line: PageLine, running: set[str]) -> bool:
    return masked(line.text) in running or is_page_number(line.text)
