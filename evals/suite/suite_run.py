"""A run of the suite, and the folder it is kept in."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress
from evals.components.registry import COMPONENTS
from evals.data_files import BadData
from evals.gates.facts import Facts
from evals.suite.coverage import Coverage, coverage
from evals.suite.figures import Figure, figures
from evals.suite.made_with import MadeWith, made_with
from evals.suite.workers import Measured, measure, measure_apart
from guide.model.value import Value
from guide.settings import Settings

OUTCOMES = "outcomes.jsonl"
SECONDS = "seconds.json"
"""How long each component took: in a file of its own, for all else repeats."""
_FIGURES = TypeAdapter(tuple[Figure, ...])
V = TypeVar("V", bound=Value)


class SuiteRun(NamedTuple):
    """What was measured, with what, and the facts that were published then."""

    made_with: MadeWith
    facts: Facts
    outcomes: tuple[Outcome, ...]
    seconds: dict[str, float]
    coverage: Coverage

    @property
    def components(self) -> tuple[str, ...]:
        """Those that were measured."""
        return tuple(self.made_with.components)


def measured(asked: Asked, names: Sequence[str], progress: Progress) -> SuiteRun:
    """Every component named, in the registry's order, by this process.

    Raises:
        BadData: a file of cases cannot be used.
        StoreUnavailable: the vector store cannot be reached.
    """
    return _gathered(asked, measure(asked, _in_order(names), progress))


def measured_apart(settings: Settings, names: Sequence[str], progress: Progress) -> SuiteRun:
    """The same over what is published, by two processes.

    Raises as `Asked.published`, `measured` and `measure_apart`.
    """
    asked = Asked.published(settings)
    return _gathered(asked, measure_apart(settings, _in_order(names), progress))


def _in_order(names: Sequence[str]) -> list[str]:
    return [name for name in COMPONENTS if name in names]


def _gathered(asked: Asked, found: list[Measured]) -> SuiteRun:
    outcomes = [outcome for one in found for outcome in one.outcomes]
    seconds = {one.component: one.seconds for one in found}
    covered = coverage(asked, outcomes)
    made = made_with(asked, [one.component for one in found])
    return SuiteRun(made, Facts.of(asked.catalogue), tuple(outcomes), seconds, covered)


def is_suite(folder: Path) -> bool:
    """Whether the folder holds a run of the suite, not of one command."""
    return (folder / OUTCOMES).is_file()


def save(folder: Path, run: SuiteRun) -> None:
    """Writes a file for each part; outcomes.jsonl has a line for each case.

    Raises:
        BadData: the folder cannot be written.
    """
    lines = "".join(one.model_dump_json() + "\n" for one in run.outcomes)
    texts = {
        "config.json": run.made_with.model_dump_json(indent=1) + "\n",
        "facts.json": run.facts.model_dump_json(indent=1) + "\n",
        "coverage.json": run.coverage.model_dump_json(indent=1) + "\n",
        "figures.json": _FIGURES.dump_json(figures(run.outcomes), indent=1).decode() + "\n",
        SECONDS: json.dumps(run.seconds) + "\n",
        OUTCOMES: lines,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadData(f"{folder} cannot be written ({error.strerror}); change --out") from error


def load(folder: Path) -> SuiteRun:
    """A run that was saved.

    Raises:
        BadData: the folder holds no such run, or one that cannot be read.
    """
    lines = _text(folder / OUTCOMES).split("\n")
    try:
        outcomes = tuple(Outcome.model_validate_json(line) for line in lines if line)
    except ValidationError as error:
        raise BadData(f"{folder / OUTCOMES} cannot be used: {_fault(error)}") from error
    return SuiteRun(
        parsed(folder / "config.json", MadeWith),
        parsed(folder / "facts.json", Facts),
        outcomes,
        json.loads(_text(folder / SECONDS)),
        parsed(folder / "coverage.json", Coverage),
    )


def parsed(path: Path, model: type[V]) -> V:
    """The value that a file holds.

    Raises:
        BadData: it is not there, or holds something else.
    """
    try:
        return model.model_validate_json(_text(path))
    except ValidationError as error:
        raise BadData(f"{path} cannot be used: {_fault(error)}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadData(f"{path} cannot be used: {error.strerror}") from error


def _fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
