"""A run: what was measured, with what, kept in a folder of its own."""

import importlib
import pkgutil
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

import guide.retrieval
from evals.data_files import BadData
from evals.measured import Case, Results
from evals.metrics import RESAMPLES, SEED
from guide.model.knowledge import Knowledge
from guide.model.terms import Shelf
from guide.model.value import Value
from guide.retrieval.weights import CHOSEN
from guide.settings import PROJECT

RUNS = PROJECT / "evals" / "runs"
RESULTS = PROJECT / "evals" / "results"
V = TypeVar("V", bound=Value)


class Config(Value):
    """All that a result depends on beside the data. `constants` are those of ranking."""

    package: str
    knowledge: str
    embedder: str
    least_fit: float | None
    passages: dict[str, int]
    resamples: int
    seed: int
    constants: dict[str, float]

    @classmethod
    def of(cls, knowledge: Knowledge, least_fit: float | None) -> "Config":
        shelves = [passage.shelf for passage in knowledge.passages if passage.digest]
        return cls(
            package=version("stodguiden"),
            knowledge=knowledge.version,
            embedder=knowledge.embedder,
            least_fit=least_fit,
            passages={shelf.value: shelves.count(shelf) for shelf in Shelf},
            resamples=RESAMPLES,
            seed=SEED,
            constants=ranking_constants(),
        )

    def unlike(self, other: "Config") -> dict[str, tuple[str, str]]:
        """`{field: (here, there)}` for what differs."""
        here, there = _flat(self), _flat(other)
        return {
            name: (here.get(name, "none"), there.get(name, "none"))
            for name in sorted({*here, *there})
            if here.get(name) != there.get(name)
        }


class Summary(Value):
    """A run without its cases."""

    config: Config
    results: Results


class Run(NamedTuple):
    """A whole run."""

    config: Config
    results: Results
    cases: list[Case]


def ranking_constants() -> dict[str, float]:
    """`{"module.NAME": value}` for every number that a module of `guide.retrieval` fixes, the
    weights of the ranking among them."""
    names = [module.name for module in pkgutil.iter_modules(guide.retrieval.__path__)]
    modules = {name: importlib.import_module(f"guide.retrieval.{name}") for name in names}
    fixed = {
        f"{name}.{constant}": value
        for name, module in modules.items()
        for constant, value in sorted(vars(module).items())
        if constant.isupper() and isinstance(value, int | float)
    }
    return fixed | {f"weights.{name}": value for name, value in CHOSEN}


def save(folder: Path, run: Run) -> None:
    """Writes config.json, results.json and cases.jsonl.

    Raises:
        BadData: the folder cannot be written.
    """
    lines = "".join(case.model_dump_json() + "\n" for case in run.cases)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "config.json", run.config)
        _write(folder / "results.json", run.results)
        (folder / "cases.jsonl").write_text(lines, encoding="utf-8")
    except OSError as error:
        raise BadData(f"{folder} cannot be written ({error.strerror}); change --out") from error


def load(folder: Path) -> Run:
    """A run that was saved.

    Raises:
        BadData: the folder holds no run, or one that cannot be read.
    """
    return Run(
        _parsed(folder / "config.json", Config),
        _parsed(folder / "results.json", Results),
        load_cases(folder / "cases.jsonl"),
    )


def load_summary(path: Path) -> Summary:
    """A run's summary out of one file. Raises as `load`."""
    return _parsed(path, Summary)


def save_summary(path: Path, summary: Summary) -> None:
    """One line: it is read by the report's test, not by people."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(summary.model_dump_json() + "\n", encoding="utf-8")


def load_cases(path: Path) -> list[Case]:
    try:
        text = path.read_text(encoding="utf-8")
        return [Case.model_validate_json(line) for line in text.split("\n") if line]
    except (OSError, ValidationError) as error:
        raise BadData(f"{path} cannot be used: {_reason(error)}") from error


def _write(path: Path, value: Value) -> None:
    path.write_text(value.model_dump_json(indent=1) + "\n", encoding="utf-8")


def _parsed(path: Path, model: type[V]) -> V:
    try:
        return model.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise BadData(f"{path} cannot be used: {_reason(error)}") from error


def _reason(error: OSError | ValidationError) -> str:
    if isinstance(error, OSError):
        return str(error.strerror)
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"


def _flat(config: Config) -> dict[str, str]:
    plain = config.model_dump(mode="json")
    nested = {name: value for name, value in plain.items() if isinstance(value, dict)}
    return {
        **{name: str(value) for name, value in plain.items() if name not in nested},
        **{f"{name}.{key}": str(v) for name, value in nested.items() for key, v in value.items()},
    }
