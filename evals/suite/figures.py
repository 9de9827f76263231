"""What the outcomes of a run come to: a mean for each measure, in all and by group."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from evals.components.outcome import Outcome
from evals.measured import Estimate, estimate
from guide.model.value import Value

FIELDS = ("audience", "lang", "kind", "service")
"""Groups that tables are made by."""


class Figure(Value):
    """A measure over the cases of one set that have it, with a 95 % bootstrap interval."""

    component: str
    set: str
    measure: str
    estimate: Estimate


Key = tuple[str, str, str]


def scores_by(outcomes: Iterable[Outcome]) -> dict[Key, list[float]]:
    """Scores by component, set and measure, in the order of the outcomes."""
    found: dict[Key, list[float]] = defaultdict(list)
    for one in outcomes:
        for measure, score in one.scores.items():
            found[one.component, one.set, measure].append(score)
    return found


def figures(outcomes: Iterable[Outcome]) -> tuple[Figure, ...]:
    """Every measure of every set. Synthetic cases count in none of them."""
    found = scores_by(one for one in outcomes if not one.synthetic)
    return tuple(
        Figure(component=component, set=name, measure=measure, estimate=estimate(values))
        for (component, name, measure), values in found.items()
    )


def by_group(outcomes: Sequence[Outcome], measure: str) -> dict[str, dict[str, Estimate]]:
    """`{field: {value: estimate}}` of the outcomes that have the measure and the field."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in outcomes:
        if measure in one.scores and not one.synthetic:
            for field in FIELDS:
                if one.groups.get(field):
                    found[field][one.groups[field]].append(one.scores[measure])
    return {
        field: {value: estimate(scores) for value, scores in sorted(values.items())}
        for field, values in found.items()
    }
