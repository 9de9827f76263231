"""Reads a document by what it is."""

from collections.abc import Callable
from pathlib import Path

from ingest.documents.block import Document
from ingest.documents.figures import says_nothing
from ingest.documents.markdown import read_markdown
from ingest.documents.pdf import read_pdf
from ingest.documents.plain import read_plain
from ingest.documents.unreadable import UnreadableDocument, unopened, unreadable
from ingest.documents.web import read_web_page
from ingest.documents.word import read_word

__all__ = ["LARGEST", "SUFFIXES", "UnreadableDocument", "read_document"]

LARGEST = 50 * 1024 * 1024
_READERS: dict[str, Callable[[Path], Document]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".docx": read_word,
    ".pdf": read_pdf,
}
SUFFIXES = frozenset(_READERS)
_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"{\\rtf": ".rtf"}


def read_document(path: Path) -> Document:
    """The blocks of a PDF, DOCX, HTML, Markdown or plain text file.

    Raises UnreadableDocument, with what to do, for a file that cannot be opened, is too large,
    empty, encrypted, damaged, without a text layer, or not what its name says.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        kinds = ", ".join(sorted(SUFFIXES))
        raise unreadable(
            path, f"Filtypen {suffix or '(ingen)'} kan inte läsas.",
            f"Spara dokumentet som {kinds}.",
        )  # fmt: skip
    try:
        _check_size(path)
        _check_content(path, suffix)
    except OSError as error:
        raise unopened(path, error) from error
    document = _READERS[suffix](path)
    if all(says_nothing(block.text) for block in document.blocks):
        raise unreadable(path, "Dokumentet har ingen text.", "Kontrollera att rätt fil är vald.")
    return document


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size == 0:
        raise unreadable(path, "Filen är tom.", "Hämta dokumentet på nytt.")
    if size > LARGEST:
        raise unreadable(
            path, f"Filen är större än {LARGEST // 1024**2} MB.",
            "Dela den, eller spara den utan bilder.",
        )  # fmt: skip


def _check_content(path: Path, suffix: str) -> None:
    with path.open("rb") as file:
        start = file.read(1024)
    found = next((kind for magic, kind in _MAGIC.items() if start.startswith(magic)), None)
    if suffix == ".pdf" and b"%PDF" in start:
        return
    if found == suffix or (found is None and suffix not in (".pdf", ".docx")):
        return
    what = f"innehållet är {found}" if found else "innehållet är något annat"
    raise unreadable(
        path, f"Filen heter {suffix} men {what}.",
        "Ge filen rätt ändelse, eller spara om dokumentet.",
    )  # fmt: skip
