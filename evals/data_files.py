"""Evaluation data, one JSON object a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from guide.model.status import NoticeCode
from guide.model.terms import Audience


class Line(BaseModel):
    """A line of data; fields that are not used here are let through."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str


V = TypeVar("V", bound=Line)


class BadData(Exception):
    """A data file that cannot be used; the message names file, line and field."""


class Document(Line):
    """A text to find."""

    title: str | None = None
    text: str


class Query(Line):
    """A question and the documents that answer it."""

    text: str
    relevant: tuple[str, ...] = Field(min_length=1)


class AnswerCase(Line):
    """A question and what its answer must lead to: names of services, codes of notices."""

    audience: Audience
    lang: str
    question: str
    expected: tuple[str, ...] = Field(min_length=1)
    allowed: tuple[NoticeCode, ...] = ()
    kind: str


def read(path: Path, model: type[V]) -> list[V]:
    """All lines of the file.

    Raises:
        BadData: the file is missing, a line is not what it should be, or an id stands twice.
    """
    items: dict[str, V] = {}
    for number, item in numbered(path, model):
        if item.id in items:
            raise BadData(f"{path}:{number}: id: {item.id!r} stands twice")
        items[item.id] = item
    return list(items.values())


def read_ids(path: Path) -> frozenset[str]:
    """The ids that lines of the file name, whatever else they say; one may stand many times.

    Raises:
        BadData: the file is missing, or a line is not what it should be.
    """
    return frozenset(line.id for _, line in numbered(path, Line))


def numbered(path: Path, model: type[V]) -> Iterator[tuple[int, V]]:
    """Each line that holds something with its number; an id may stand many times.

    Raises:
        BadData: the file is missing, or a line is not what it should be.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path} cannot be read: {error}") from error
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not written:
        raise BadData(f"{path} holds no lines")
    for number, line in written:
        yield number, _parsed(line, model, f"{path}:{number}")


def _parsed(line: str, model: type[V], place: str) -> V:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"])) or "line"
        raise BadData(f"{place}: {field}: {fault['msg']}") from error
