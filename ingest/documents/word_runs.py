"""The runs of a Word paragraph: which of them a reader sees, and what styles say of them."""

from collections.abc import Iterator
from typing import Any

_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "pPr", "rPr", "drawing"}
)
_OFF = frozenset({"0", "false", "off", "none"})
_WHITE = frozenset({"ffffff", "fefefe"})
_NO_FILL = frozenset({"auto", "ffffff", ""})
_SMALLEST_HALF_POINTS = 4


def name_of(element: Any) -> str:
    """The element's name without its namespace, '' for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, name: str) -> list[Any]:
    return [child for child in element if name_of(child) == name]


def one(element: Any, *path: str) -> Any:
    """The first element at a path of names, or None."""
    for name in path:
        element = next(iter(children(element, name)), None)
        if element is None:
            return None
    return element


class Styles:
    """What the named styles of a document say; a style takes over what it is based on."""

    def __init__(self, styles: Any) -> None:
        found = children(styles, "style")
        self._by_id = {self.attribute(style, "styleId") or "": style for style in found}

    @staticmethod
    def attribute(element: Any, name: str = "val") -> str | None:
        """An attribute's value in the element's own namespace."""
        namespace = element.tag.partition("}")[0] + "}"
        value: str | None = element.get(namespace + name)
        return value

    def name(self, paragraph: Any) -> str:
        """The name of the paragraph's style, '' without one."""
        style = next(self._chain(one(paragraph, "pPr", "pStyle")), None)
        named = one(style, "name") if style is not None else None
        return (self.attribute(named) or "") if named is not None else ""

    def value(self, paragraph: Any, name: str) -> str | None:
        """What a paragraph or its styles say of a paragraph property, None if nothing."""
        found = self._property(paragraph, "pPr", name)
        return self.attribute(found) if found is not None else None

    def has(self, paragraph: Any, name: str) -> bool:
        return self._property(paragraph, "pPr", name) is not None

    def is_bold(self, paragraph: Any) -> bool:
        """Whether every run with text is bold."""
        runs = [run for run in _runs(paragraph) if "".join(run.itertext()).strip()]
        return bool(runs) and all(self._is_on(run, paragraph, "b") for run in runs)

    def is_hidden(self, run: Any, paragraph: Any) -> bool:
        """Whether a run is hidden, white on white or too small to be seen."""
        size = self._run_property(run, paragraph, "sz")
        half_points = (self.attribute(size) or "") if size is not None else ""
        tiny = half_points.isdigit() and int(half_points) < _SMALLEST_HALF_POINTS
        return tiny or self._is_on(run, paragraph, "vanish") or self._is_white(run, paragraph)

    def _is_white(self, run: Any, paragraph: Any) -> bool:
        colour = self._run_property(run, paragraph, "color")
        if colour is None or (self.attribute(colour) or "").lower() not in _WHITE:
            return False
        if self._run_property(run, paragraph, "highlight") is not None:
            return False
        grounds = [self._run_property(run, paragraph, "shd"), one(paragraph, "pPr", "shd")]
        for parent in paragraph.iterancestors():
            grounds.append(one(parent, "tcPr", "shd"))
            if one(parent, "tblPr", "tblStyle") is not None or name_of(parent) == "txbxContent":
                return False
        fills = [self.attribute(shd, "fill") or "" for shd in grounds if shd is not None]
        return all(fill.lower() in _NO_FILL for fill in fills)

    def _is_on(self, run: Any, paragraph: Any, name: str) -> bool:
        found = self._run_property(run, paragraph, name)
        return found is not None and (self.attribute(found) or "1").lower() not in _OFF

    def _run_property(self, run: Any, paragraph: Any, name: str) -> Any:
        found = one(run, "rPr", name)
        chains = [
            self._chain(one(run, "rPr", "rStyle")),
            self._chain(one(paragraph, "pPr", "pStyle")),
        ]
        for style in (style for chain in chains for style in chain):
            found = one(style, "rPr", name) if found is None else found
        return found

    def _property(self, element: Any, kind: str, name: str) -> Any:
        found = one(element, kind, name)
        for style in self._chain(one(element, kind, "pStyle")):
            found = one(style, kind, name) if found is None else found
        return found

    def _chain(self, reference: Any) -> Iterator[Any]:
        seen: set[str] = set()
        while reference is not None:
            key = self.attribute(reference) or ""
            style = self._by_id.get(key)
            if style is None or key in seen:
                return
            seen.add(key)
            yield style
            reference = one(style, "basedOn")


def shown_text(paragraph: Any, styles: Styles) -> str:
    """The text of a paragraph without deletions, hidden runs, field codes and text boxes."""
    return "".join(
        part
        for run in _runs(paragraph)
        if not styles.is_hidden(run, paragraph)
        for part in _parts(run)
    )


def _runs(element: Any) -> Iterator[Any]:
    for child in element:
        if name_of(child) == "r":
            yield child
        elif name_of(child) not in _SKIPPED:
            yield from _runs(child)


def _parts(run: Any) -> Iterator[str]:
    for child in run:
        name = name_of(child)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
