"""Two runs of the suite: what got better and worse, by how much, and in which cases."""

from collections import defaultdict
from collections.abc import Sequence

from evals.components.outcome import Outcome
from evals.components.registry import way
from evals.measured import Estimate, estimate
from evals.suite.figures import Key
from evals.suite.suite_run import SuiteRun
from guide.model.value import Value


class Changed(Value):
    """A case whose score differs, with what both runs gave."""

    id: str
    question: str
    expected: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    by: float


class Difference(Value):
    """A measure of one set, second run less first, paired. `sure` where the interval leaves out 0.

    Of a held-out set only the counts are told, and no case.
    """

    component: str
    set: str
    measure: str
    difference: Estimate
    verdict: str
    better: int
    worse: int
    cases: tuple[Changed, ...]


class SuiteComparison(Value):
    """`only_in_one` counts cases that could not be paired."""

    config: dict[str, tuple[str, str]]
    differences: tuple[Difference, ...]
    only_in_one: int


def compared(first: SuiteRun, second: SuiteRun) -> SuiteComparison:
    """Every measure that both runs have."""
    known = {one.key: one for one in second.outcomes}
    pairs = [(one, known[one.key]) for one in first.outcomes if one.key in known]
    by_key: dict[Key, list[tuple[Outcome, Outcome]]] = defaultdict(list)
    for before, after in pairs:
        for measure in before.scores:
            if measure in after.scores:
                by_key[before.component, before.set, measure].append((before, after))
    return SuiteComparison(
        config=first.made_with.unlike(second.made_with),
        differences=tuple(_difference(key, found) for key, found in by_key.items()),
        only_in_one=len(first.outcomes) + len(second.outcomes) - 2 * len(pairs),
    )


def _difference(key: Key, pairs: Sequence[tuple[Outcome, Outcome]]) -> Difference:
    component, name, measure = key
    found = estimate([after.scores[measure] - before.scores[measure] for before, after in pairs])
    sign = 1 if way(component, measure) == "more" else -1
    gains = [(sign * (b.scores[measure] - a.scores[measure]), a, b) for a, b in pairs]
    changed = sorted((g for g in gains if g[0]), key=lambda g: (g[0], g[1].id))
    return Difference(
        component=component,
        set=name,
        measure=measure,
        difference=found,
        verdict=_verdict(found, sign),
        better=sum(gain > 0 for gain, _, _ in gains),
        worse=sum(gain < 0 for gain, _, _ in gains),
        cases=tuple(_changed(*one) for one in changed if not one[1].held_out),
    )


def _verdict(found: Estimate, sign: int) -> str:
    if found.low <= 0 <= found.high:
        return "within noise" if found.value else "the same"
    return "better" if sign * found.value > 0 else "worse"


def _changed(by: float, before: Outcome, after: Outcome) -> Changed:
    return Changed(
        id=before.id,
        question=before.question,
        expected=before.expected,
        before=before.found,
        after=after.found,
        by=by,
    )
