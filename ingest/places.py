"""Where each field stands: looked up by file and field once a fault has been found."""

from collections.abc import Iterator

import yaml
from pydantic import Field

from guide.model.value import Value

NAMES = ("id", "facet")
"""Fields by which an item of a list is called, else by its number from 0."""


class Places(Value):
    """Lines by file and field. A field is a path such as `evidence.rapport.anchor`."""

    lines: dict[str, dict[str, int]] = Field(default_factory=dict)

    def line(self, file: str, field: str) -> int | None:
        """The line of the field or of the nearest thing around it; 1 where nothing is nearer.

        None when no such file was read.
        """
        known = self.lines.get(file)
        if known is None:
            return None
        while field:
            if field in known:
                return known[field]
            field = field.rpartition(".")[0]
        return 1


def field_lines(node: yaml.Node | None, first_line: int = 1) -> dict[str, int]:
    """The line of every key and item below the node.

    An item can be named by its number and by its name; of two with one name the later counts.
    """
    return {path: line + first_line for path, line in _walk(node, "")} if node else {}


def _walk(node: yaml.Node, path: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = f"{path}{key.value}"
            yield below, key.start_mark.line
            yield from _walk(value, f"{below}.")
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            for name in (str(number), *_name(item)):
                yield f"{path}{name}", item.start_mark.line
                yield from _walk(item, f"{path}{name}.")


def _name(item: yaml.Node) -> Iterator[str]:
    if isinstance(item, yaml.MappingNode):
        for key, value in item.value:
            if key.value in NAMES and isinstance(value, yaml.ScalarNode):
                yield value.value
                return
