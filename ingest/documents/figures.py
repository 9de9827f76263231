"""What belongs to a picture or a diagram, and says nothing by itself."""

import regex

_CAPTION = regex.compile(
    r"^(?:Bild|Figur|Diagram|Foto|Fotograf|Illustration)(?:\s+\d+)?\s*[.:]\s", regex.I
)
_WORD = regex.compile(r"\p{L}{2,}")


def is_caption(text: str) -> bool:
    """Whether the text names a picture ('Bild 1. …'), without its statement."""
    return bool(_CAPTION.match(text.strip()))


def says_nothing(text: str) -> bool:
    """Whether no word is left: a rule, a page number, the figures of an axis."""
    return not _WORD.search(text)
