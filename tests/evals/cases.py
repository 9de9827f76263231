"""Cases and runs made by hand."""

from collections.abc import Iterable, Sequence

from evals.measured import Case, Results, SetResult, by_group, measured
from evals.runs import Config, Run

CONFIG = Config(
    package="1",
    knowledge="k",
    embedder="e",
    least_fit=None,
    passages={"entries": 3, "documents": 0},
    resamples=2000,
    seed=1,
    constants={"fusion.WEIGHT": 0.5},
)
METRICS = ("hit@1", "hit@5", "mrr@10", "either@5")
SERVICE_LEGS = ("guide", "dense", "lexical", "fused", "zscore")


def a_case(
    name: str,
    rank: int | None = 1,
    legs: Sequence[str] = SERVICE_LEGS,
    groups: dict[str, str] | None = None,
    **ranks: int | None,
) -> Case:
    """A case whose first expected entry stands at `rank` in every leg, but for those named."""
    places = {leg: ranks.get(leg, rank) for leg in legs}
    return Case(
        set="own-reporting",
        id=name,
        question=f"Fråga {name}?",
        groups=groups or {"lang": "sv", "audience": "resident", "kind": "plain"},
        relevant=("bris",),
        ranks=places,
        first=dict.fromkeys(legs, ()),
        scores={leg: _scores(place) for leg, place in places.items()},
    )


def a_run(cases: Iterable[Case], config: Config = CONFIG) -> Run:
    """A run of one set of services."""
    found = list(cases)
    result = SetResult(
        name="own-reporting",
        kind="services",
        left_out=0,
        all=measured(found),
        groups=by_group(found),
        latency={},
    )
    return Run(config, Results(sets=(result,), skipped={}), found)


def _scores(place: int | None) -> dict[str, float]:
    at = place or 1_000
    values = (at == 1, at <= 5, 1 / at if at <= 10 else 0, at <= 5)
    return {metric: float(value) for metric, value in zip(METRICS, values, strict=True)}
