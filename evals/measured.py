"""What a run found: a case for each question, and what they come to."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from evals.metrics import interval
from guide.model.value import Value

DIFFERENCES = (("fused", "dense"), ("fused", "zscore"), ("guide", "zscore"))
"""The first leg less the second, paired over questions that have both."""
Kind = Literal["services", "corpus"]
MAIN_METRIC: dict[Kind, str] = {"services": "hit@5", "corpus": "ndcg@10"}
"""The one to look at first."""


class Case(Value):
    """One question: where each leg put what was expected, and what it put first."""

    set: str
    id: str
    question: str
    groups: dict[str, str]
    relevant: tuple[str, ...]
    ranks: dict[str, int | None]
    first: dict[str, tuple[str, ...]]
    scores: dict[str, dict[str, float]]


class Estimate(Value):
    """A mean over n questions with its 95 % bootstrap interval."""

    n: int
    value: float
    low: float
    high: float


Legs = dict[str, dict[str, Estimate]]


class Measured(Value):
    """Every metric of every leg over some questions, and what fusing brings."""

    n: int
    legs: Legs
    differences: Legs


class SetResult(Value):
    """One set, as a whole and by group. `left_out` expect nothing that is measured here."""

    name: str
    kind: Kind
    left_out: int
    all: Measured
    groups: dict[str, dict[str, Measured]]
    latency: dict[str, dict[str, float]]


class Results(Value):
    """All sets of a run, and those that were skipped with the reason."""

    sets: tuple[SetResult, ...]
    skipped: dict[str, str]


def estimate(values: Sequence[float]) -> Estimate:
    """Four decimals; more would be noise."""
    low, high = interval(values)
    mean = sum(values) / len(values)
    return Estimate(n=len(values), value=round(mean, 4), low=round(low, 4), high=round(high, 4))


def place(ranked: Sequence[str], relevant: Iterable[str]) -> int | None:
    """Place of the first relevant item, from 1."""
    wanted = set(relevant)
    return next((i for i, item in enumerate(ranked, 1) if item in wanted), None)


def measured(cases: Sequence[Case]) -> Measured:
    """Every metric of every leg; at least one case."""

    def of(leg: str) -> Callable[[Case, str], float | None]:
        return lambda case, metric: case.scores[leg].get(metric)

    return Measured(
        n=len(cases),
        legs={leg: _estimates(cases, of(leg)) for leg in cases[0].scores},
        differences=differences(cases),
    )


def differences(cases: Sequence[Case], pairs: Iterable[tuple[str, str]] = DIFFERENCES) -> Legs:
    """`{"fused - dense": {metric: …}}`; a paired bootstrap is one over the differences."""

    def less(first: str, second: str) -> Callable[[Case, str], float | None]:
        def value(case: Case, metric: str) -> float | None:
            scores, others = case.scores[first], case.scores[second]
            return scores[metric] - others[metric] if metric in scores else None

        return value

    legs = cases[0].scores
    return {
        f"{a} - {b}": _estimates(cases, less(a, b)) for a, b in pairs if a in legs and b in legs
    }


def by_group(cases: Sequence[Case]) -> dict[str, dict[str, Measured]]:
    """`{field: {value: …}}` for every field that the cases are grouped by."""
    found: dict[str, dict[str, list[Case]]] = {}
    for case in cases:
        for field, value in case.groups.items():
            found.setdefault(field, {}).setdefault(value, []).append(case)
    return {
        field: {value: measured(group) for value, group in sorted(values.items())}
        for field, values in found.items()
    }


def _estimates(
    cases: Sequence[Case], value: Callable[[Case, str], float | None]
) -> dict[str, Estimate]:
    """Each metric over the cases that have it."""
    metrics = dict.fromkeys(name for case in cases for name in next(iter(case.scores.values())))
    found = {name: [value(case, name) for case in cases] for name in metrics}
    return {
        name: estimate([one for one in values if one is not None]) for name, values in found.items()
    }
