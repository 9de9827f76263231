"""Retrieval metrics over one ranked list, and intervals over many.

Definitions as in Järvelin and Kekäläinen (2002) for nDCG with binary gains; a test holds them to
values worked out by hand.
"""

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

RESAMPLES = 2000
SEED = 20260701


def ndcg(ranked: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """Discounted gain of the first k over the best possible, 0 to 1."""
    gain = sum(1 / math.log2(i + 2) for i, item in enumerate(ranked[:k]) if item in relevant)
    best = sum(1 / math.log2(i + 2) for i in range(min(k, len(relevant))))
    return gain / best if best else 0.0


def hit(ranked: Sequence[str], relevant: Collection[str], k: int = 1) -> float:
    """1 when any relevant item is among the first k, else 0."""
    return float(any(item in relevant for item in ranked[:k]))


def recall(ranked: Sequence[str], relevant: Collection[str], k: int = 5) -> float:
    """Share of the relevant items that are among the first k."""
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant)) if relevant else 0.0


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """One over the place of the first relevant item among the first k, else 0."""
    places = (i for i, item in enumerate(ranked[:k], 1) if item in relevant)
    return 1 / next(places, math.inf)


def scores(ranked: Sequence[str], relevant: Collection[str]) -> dict[str, float]:
    """Every metric of one query."""
    return {
        "ndcg@10": ndcg(ranked, relevant),
        "hit@1": hit(ranked, relevant),
        "recall@5": recall(ranked, relevant),
        "mrr@10": reciprocal_rank(ranked, relevant),
    }


def mean(per_query: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Mean of each metric."""
    return {name: float(np.mean([q[name] for q in per_query])) for name in per_query[0]}


def interval(values: Sequence[float], level: float = 0.95) -> tuple[float, float]:
    """Percentile bootstrap interval of the mean; the seed is fixed, so it repeats."""
    numbers = np.asarray(values, dtype=float)
    random = np.random.default_rng(SEED)
    picks = random.integers(0, len(numbers), size=(RESAMPLES, len(numbers)))
    low, high = np.quantile(numbers[picks].mean(axis=1), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
