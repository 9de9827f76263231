"""YAML with the line of each field, and errors that name the line."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ingest.places import field_lines
from ingest.problems import Problem

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml: the same, some ten times slower
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]


class Unreadable(Exception):
    """A file that cannot be read at all; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Parsed(NamedTuple):
    """What a file holds, and the line of each field."""

    data: Any
    lines: dict[str, int]


def read_text(path: Path, name: str) -> str:
    """The file's text as UTF-8, without the byte order mark that some editors write.

    Raises:
        Unreadable: the file cannot be opened or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            Problem(
                file=name,
                line=1,
                message=f"Filen är inte UTF-8 (byte {error.start}).",
                remedy="Spara den som UTF-8.",
                code="unreadable",
            )
        ) from error
    except OSError as error:
        raise Unreadable(
            Problem(file=name, message=f"Filen går inte att läsa: {error.strerror}.",
                    remedy="Kontrollera att den finns och får läsas.", code="unreadable")
        ) from error  # fmt: skip


def parse(text: str, name: str, first_line: int = 1) -> Parsed:
    """The YAML document in the text, whose first line is `first_line` of the file.

    Raises:
        Unreadable: the text is not YAML; the problem names the line in the file.
    """
    loader = _StrictLoader(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except (yaml.YAMLError, ValueError) as error:
        line, reason = _fault_in(error, text)
        raise Unreadable(
            Problem(
                file=name,
                line=None if line is None else line + first_line,
                message=f"YAML går inte att tolka: {reason}.",
                remedy="Kontrollera indrag och citattecken på raden.",
                code="yaml",
            )
        ) from error
    finally:
        loader.dispose()
    return Parsed(data, field_lines(node, first_line))


def _fault_in(error: yaml.YAMLError | ValueError, text: str) -> tuple[int | None, str]:
    """The line, counted from 0, where it is known, and what is wrong there."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return (mark.line if mark else None), str(error.problem or error.context)
    if isinstance(error, yaml.reader.ReaderError):
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, found.start()) if found else None
        return line, "ett tecken får inte stå i YAML"
    return None, str(error)


class _StrictLoader(_SafeLoader):
    """Refuses what YAML would let pass or break on without a line: a key that stands twice, a
    key that is no single value, a date that is no day."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _at(key_node, "nyckeln ska vara ett enda ord")
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise _at(key_node, f"nyckeln {key!r} står två gånger")
            seen.add(key)
        return super().construct_mapping(node, deep)

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError as error:
            raise _at(node, f"{node.value!r} är inget datum") from error


def _at(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _StrictLoader.construct_yaml_timestamp)
