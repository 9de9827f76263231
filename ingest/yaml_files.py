"""YAML with the line of each top-level key, and errors that name the line."""

from pathlib import Path
from typing import Any

import yaml

from ingest.problems import Problem


class Unreadable(Exception):
    """A file that cannot be read at all; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_text(path: Path, name: str) -> str:
    """The file's text as UTF-8.

    Raises:
        Unreadable: the file cannot be opened or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            Problem(
                file=name,
                message=f"Filen är inte UTF-8 (byte {error.start}).",
                remedy="Spara den som UTF-8.",
            )
        ) from error
    except OSError as error:
        raise Unreadable(
            Problem(file=name, message=f"Filen går inte att läsa: {error.strerror}.",
                    remedy="Kontrollera att den finns och får läsas.")
        ) from error  # fmt: skip


def parse(text: str, name: str, first_line: int = 1) -> Any:
    """The YAML document in the text.

    Raises:
        Unreadable: the text is not YAML; the problem names the line in the file.
    """
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(
            Problem(
                file=name,
                line=mark.line + first_line if mark else None,
                message=f"YAML går inte att tolka: {error.problem or error.context}.",
                remedy="Kontrollera indrag och citattecken på raden.",
            )
        ) from error


def key_lines(text: str, first_line: int = 1) -> dict[str, int]:
    """The line in the file of each top-level key of a mapping."""
    node = yaml.compose(text, Loader=_StrictLoader)
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): key.start_mark.line + first_line for key, _ in node.value}


def item_lines(text: str) -> list[int]:
    """The line in the file of each item of a top-level list."""
    node = yaml.compose(text, Loader=_StrictLoader)
    if not isinstance(node, yaml.SequenceNode):
        return []
    return [item.start_mark.line + 1 for item in node.value]


class _StrictLoader(yaml.SafeLoader):
    """Refuses a key that stands twice, which YAML would silently let win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"nyckeln {key!r} står två gånger", problem_mark=key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)
