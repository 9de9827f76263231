"""The characters of a text as a reader sees them."""

import regex

from guide.rules.text import visible

_HYPHENS = regex.compile(r"[\u2010\u2011]")
_SOFT_HYPHEN_AT_END = regex.compile(r"\u00ad[ \t]*$")
_PRIVATE_BULLET = regex.compile(r"^(\s*)[\uf0a7\uf0b7\uf02d\uf0d8\uf0fc]\s*")
_PRIVATE = regex.compile(r"\p{Co}")
_EMPHASIS = regex.compile(r"(?<![\p{L}\d*])(\*\*?)(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\p{L}\d*])")
_SPACE = regex.compile(r"\s+")


def clean_line(line: str) -> str:
    """One line, NFKC, without characters that no reader sees; its inner spacing is kept.

    A soft hyphen that ends the line becomes a hyphen, a bullet of a symbol font a bullet.
    """
    line = _PRIVATE_BULLET.sub(r"\1• ", _SOFT_HYPHEN_AT_END.sub("-", line))
    return _PRIVATE.sub("", _HYPHENS.sub("-", visible(line)))


def without_emphasis(text: str) -> str:
    """The text without stars around words that are to be *stressed*."""
    return _EMPHASIS.sub(r"\2", text)


def clean_text(text: str) -> str:
    """Running text with single white space, free of characters that no reader sees."""
    return single_spaced(clean_line(text))


def single_spaced(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()
