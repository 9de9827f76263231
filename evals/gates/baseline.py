"""What was accepted: by whom and why, its facts, and each case's scores that quality is held to."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from evals.components.outcome import Outcome
from evals.data_files import BadData
from evals.gates.facts import Facts
from evals.suite.figures import Figure, figures
from evals.suite.made_with import MadeWith
from evals.suite.suite_run import SuiteRun, parsed
from guide.model.value import Value
from guide.settings import PROJECT

BASELINE = PROJECT / "evals" / "baseline.json"
KEPT = 20
"""Acceptances that are remembered."""
Scores = dict[str, float]


class Acceptance(Value):
    """Who took a run as what is held to from then on, and why."""

    at: dt.date
    who: str
    why: str
    knowledge: str
    embedder: str


class Kept(Value):
    """One measure of one set. Case by case, in the order of `cases`: a digest of each id, so that
    a held-out case that fails is not to be read here."""

    component: str
    set: str
    measure: str
    cases: str
    scores: str

    def by_case(self) -> Scores:
        """`{digest of the id: score}`."""
        values = map(float, self.scores.split())
        return dict(zip(self.cases.split(), values, strict=True))


class Baseline(Value):
    """What a run is held against. The newest acceptance comes first."""

    acceptances: tuple[Acceptance, ...]
    made_with: MadeWith
    facts: Facts
    figures: tuple[Figure, ...]
    kept: tuple[Kept, ...]

    def scores(self, component: str, name: str, measure: str) -> Scores:
        """As accepted, by case; empty where nothing of it was."""
        of = (component, name, measure)
        found = (k for k in self.kept if (k.component, k.set, k.measure) == of)
        return next((one.by_case() for one in found), {})


def baseline_of(
    run: SuiteRun, measures: Iterable[tuple[str, str]], acceptances: Iterable[Acceptance]
) -> Baseline:
    """`measures` are those, with their component, that are kept case by case."""
    wanted = set(measures)
    found: dict[tuple[str, str, str], Scores] = defaultdict(dict)
    for one in run.outcomes:
        for measure, score in one.scores.items():
            if (one.component, measure) in wanted:
                found[one.component, one.set, measure][case_digest(one)] = score
    return Baseline(
        acceptances=tuple(acceptances)[:KEPT],
        made_with=run.made_with,
        facts=run.facts.closed(),
        figures=figures(run.outcomes),
        kept=tuple(_kept(*key, scores) for key, scores in found.items()),
    )


def case_digest(one: Outcome) -> str:
    """Names a case without telling which."""
    return hashlib.sha256("\n".join(one.key).encode()).hexdigest()[:8]


def load_baseline(path: Path) -> Baseline | None:
    """What was accepted; None where nothing was yet.

    Raises:
        BadData: the file holds something else.
    """
    return parsed(path, Baseline) if path.exists() else None


def save_baseline(path: Path, baseline: Baseline) -> None:
    """Writes the file.

    Raises:
        BadData: it cannot be written.
    """
    try:
        path.write_text(baseline.model_dump_json(indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise BadData(f"{path} cannot be written: {error.strerror}") from error


def _kept(component: str, name: str, measure: str, scores: Scores) -> Kept:
    ordered = sorted(scores.items())
    return Kept(
        component=component,
        set=name,
        measure=measure,
        cases=" ".join(digest for digest, _ in ordered),
        scores=" ".join(f"{score:.4g}" for _, score in ordered),
    )
