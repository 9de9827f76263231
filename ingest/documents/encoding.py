"""Bytes become text, or the reader says that they are not text."""

from pathlib import Path

import regex

from ingest.documents.unreadable import unopened, unreadable

_MOJIBAKE = regex.compile(r"[\x00-\x08\x0e-\x1f]|Ã[¥¤¶…„–]")
_PLAIN = regex.compile(r"[\p{L}\p{N}\s.,:;!?()\"'%/&+=@*§#<>_\[\]{}\\|^~`$€–—‘’“”…•´-]")
_SMALLEST_SHARE = 0.97


def decode(path: Path) -> str:
    """The text of a file in UTF-8, else in Windows-1252 if that gives ordinary text.

    Line ends are single line feeds. Raises UnreadableDocument for anything else.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unopened(path, error) from error
    text = _decoded(data)
    if text is None:
        raise unreadable(
            path, "Filen är inte text i teckenkodningen UTF-8.",
            "Spara den som UTF-8, eller kontrollera att den har rätt filändelse.",
        )  # fmt: skip
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _windows_text(data)
    return None if "\x00" in text else text


def _windows_text(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if _MOJIBAKE.search(text):
        return None
    return text if len(_PLAIN.findall(text)) >= _SMALLEST_SHARE * len(text) else None
