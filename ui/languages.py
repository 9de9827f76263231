"""Lines of more than one language: the page's own, and Swedish, that of the knowledge."""

from markupsafe import Markup, escape

SWEDISH = Markup('<span lang="sv" dir="ltr">{}</span>')


class Swedish(str):
    """A text of the knowledge that stands in a line of the page's language."""

    __slots__ = ()


class Mixed(str):
    """A line made of parts, of which those that are `Swedish` are marked as such in HTML."""

    __slots__ = ("parts",)

    parts: tuple[str, ...]

    def __new__(cls, *parts: str) -> "Mixed":
        line = super().__new__(cls, "".join(parts))
        line.parts = parts
        return line


def in_languages(line: str) -> Markup:
    """The line, escaped, with what is Swedish in it told to be so, and written left to right."""
    if isinstance(line, Mixed):
        return Markup("").join(in_languages(part) for part in line.parts)
    if isinstance(line, Swedish) and line:
        return SWEDISH.format(str(line))
    return escape(str(line))
