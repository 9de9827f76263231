"""Marks that begin an item of a list."""

import regex

_BULLET = regex.compile(r"^\s*(?:[•●○◦▪■□‣⁃➢➤✓✔·*]\s*|[-–—]\s+|o\s{2,})(?=\S)")
_DASH = regex.compile(r"^\s*[-–—]\s")
_NUMBER = regex.compile(r"^\s*(?:\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")
_FOOTNOTE = regex.compile(r"^\s*\*+\s?\p{Lu}")


def is_item(line: str, opens: bool) -> bool:
    """Whether the line begins an item; a dash does so only where it `opens` a paragraph or item.

    A star in front of a sentence marks a footnote.
    """
    if _FOOTNOTE.match(line):
        return False
    return bool(_BULLET.match(line)) and (opens or not _DASH.match(line))


def is_numbered(line: str) -> bool:
    """Whether the line begins with a number or a letter of an enumeration."""
    return bool(_NUMBER.match(line))


def without_mark(line: str) -> str:
    """The line without its bullet; numbers are kept, for the text may refer to them."""
    return _BULLET.sub("", line)
