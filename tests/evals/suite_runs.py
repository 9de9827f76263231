"""Small published states and runs over them, made by the real parts."""

from collections.abc import Iterable, Mapping
from typing import Any

from evals.components.asked import Asked, Parts
from evals.components.outcome import Outcome
from evals.gates.baseline import Acceptance, Baseline, baseline_of
from evals.gates.facts import Facts
from evals.gates.gate import Verdict
from evals.gates.gates import KEPT, judged
from evals.suite.coverage import Coverage
from evals.suite.made_with import MadeWith
from evals.suite.suite_run import SuiteRun
from guide import wiring
from guide.model.knowledge import Content
from guide.ports import Embedder
from guide.settings import Settings
from tests.evals.cases import CONFIG
from tests.small_catalogue import catalogue, stored
from tests.word_embedder import WordEmbedder

ACCEPTANCE = Acceptance(at="2026-03-02", who="Anna", why="first", knowledge="k", embedder="e")
NO_FACTS = Facts(contacts={}, needs_test={}, staff={})
NO_COVERAGE = Coverage(entries=1, unreached=(), few={}, elsewhere={}, phrases=0)


def asked(content: Content, embedder: Embedder | None = None) -> Asked:
    """A guide over the content."""
    embedder = embedder or WordEmbedder()
    known = catalogue(content, embedder)
    store = stored(known, embedder)
    guide = wiring.build_guide(known, embedder, store, None)
    return Asked(guide, Parts(embedder, embedder, store), Settings(evaldata=None))


def a_run(outcomes: Iterable[Outcome], facts: Facts = NO_FACTS) -> SuiteRun:
    """A run that measured what the outcomes are of."""
    found = tuple(outcomes)
    components = dict.fromkeys((one.component for one in found), 1)
    made = MadeWith(
        ranking=CONFIG, reader="r", taught="t", components=components, commit="", python="3.11"
    )
    return SuiteRun(made, facts, found, {}, NO_COVERAGE)


def accepted(run: SuiteRun) -> Baseline:
    """The run as what later ones are held against."""
    return baseline_of(run, KEPT, [ACCEPTANCE])


def an_outcome(component: str, name: str, number: int, **fields: Any) -> Outcome:
    """An outcome whose scores are given."""
    plain: Mapping[str, Any] = {"component": component, "set": name, "id": str(number)}
    return Outcome.model_validate({**plain, **fields})


def failing(run: SuiteRun, baseline: Baseline | None) -> dict[str, Verdict]:
    """The gates that stop the run, by name."""
    return {one.gate: one for one in judged(run, baseline) if one.state == "failed"}
