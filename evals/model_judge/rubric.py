"""What the judge is told: data with a version, and the pin that names all it depends on."""

import hashlib
import string
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import yaml
from pydantic import AfterValidator, Field, StringConstraints, ValidationError

from evals.data_files import BadData
from guide.model.value import Value
from guide.settings import PROJECT

Label = Literal["right", "partly", "wrong", "unsafe"]
LABELS: tuple[Label, ...] = get_args(Label)
"""Best first: the labels are ordered."""
Verdict = Literal["holds", "does not hold", "beside the point"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
RUBRIC = PROJECT / "evals" / "data" / "judge" / "rubric.yaml"
SHOWN = 1
"""Raised when `shown`, `order` or `reply` give or take something else: it changes the judge."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _with(*wanted: str) -> AfterValidator:
    """Demands just these fields within braces."""

    def check(text: str) -> str:
        try:
            found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            raise ValueError("a brace is not closed; write {{ and }} for the signs") from error
        if found != set(wanted):
            fields = ", ".join(f"{{{name}}}" for name in wanted)
            raise ValueError(f"must hold {fields} and no other field")
        return text

    return AfterValidator(check)


def _all_of(wanted: Collection[str]) -> AfterValidator:
    """Demands every key."""

    def check(told: dict[str, str]) -> dict[str, str]:
        if missing := [name for name in wanted if name not in told]:
            raise ValueError(f"{', '.join(missing)} is missing")
        return told

    return AfterValidator(check)


class Rubric(Value):
    """Labels and verdicts in words, and the texts that they are put into."""

    version: int = Field(ge=1)
    labels: Annotated[dict[Label, Text], _all_of(LABELS)]
    verdicts: Annotated[dict[Verdict, Text], _all_of(VERDICTS)]
    system: Annotated[Text, _with("labels", "verdicts")]
    question: Annotated[Text, _with("answer", "task")]

    @property
    def digest(self) -> str:
        """Names the words, so that a change without a new version shows too."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]


class Pin(Value):
    """All that a judgement depends on beside the answer. Results of different pins are never
    compared, and never put together."""

    model: str
    rubric_version: int
    rubric_digest: str
    shown: int
    runs: int = Field(ge=2)

    @classmethod
    def of(cls, model: str, rubric: Rubric, runs: int) -> "Pin":
        return cls(
            model=model,
            rubric_version=rubric.version,
            rubric_digest=rubric.digest,
            shown=SHOWN,
            runs=runs,
        )

    def unlike(self, other: "Pin") -> list[str]:
        """`field: here, there` for what differs."""
        here, there = self.model_dump(), other.model_dump()
        unlike = [name for name in here if here[name] != there[name]]
        return [f"{name}: {here[name]}, {there[name]}" for name in unlike]


def read_rubric(path: Path = RUBRIC) -> Rubric:
    """The rubric.

    Raises:
        BadData: the file cannot be read, or is no rubric; the message names line or field.
    """
    try:
        return Rubric.model_validate(_parsed(path))
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise BadData(f"{path}: {f'{field}: ' if field else ''}{fault['msg']}") from error


def _parsed(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path} cannot be read: {error}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise BadData(f"{place}: {getattr(error, 'problem', error)}") from error
