"""How far labels agree: between runs, and between two who read the same."""

import itertools
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np

from evals.metrics import RESAMPLES, SEED
from guide.model.value import Value

T = TypeVar("T")
Pair = tuple[str, str]


class Agreement(Value):
    """A coefficient over n questions with its 95 % bootstrap interval over questions. None where
    it is not defined: all said one and the same, so that chance alone would agree as well."""

    n: int
    value: float | None
    low: float | None
    high: float | None


def alpha(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values; units with fewer than two values count for nothing.

    Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D: one less the
    observed over the expected disagreement, by the coincidences of pairs within units.
    """
    rated = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in rated for value in unit)
    n = sum(values.values())
    expected = n * n - sum(count * count for count in values.values())
    if not expected:
        return None
    observed = sum(_unlike(unit) / (len(unit) - 1) for unit in rated)
    return 1 - (n - 1) * observed / expected


def kappa(pairs: Sequence[Pair], order: Sequence[str]) -> float | None:
    """Cohen's weighted kappa with linear weights: two labels disagree by their distance in `order`.

    Cohen, "Weighted kappa", Psychological Bulletin 70 (1968): one less the observed over the
    expected weighted disagreement.
    """
    places = {label: place for place, label in enumerate(order)}
    first, second = ([places[pair[side]] for pair in pairs] for side in (0, 1))
    counts = itertools.product(Counter(first).items(), Counter(second).items())
    expected = sum(abs(a - b) * n * m for (a, n), (b, m) in counts)
    if not expected:
        return None
    observed = sum(abs(a - b) for a, b in zip(first, second, strict=True))
    return 1 - len(pairs) * observed / expected


def resampled(items: Sequence[T], of: Callable[[Sequence[T]], float | None]) -> Agreement:
    """The coefficient of the items, with a percentile bootstrap interval that repeats.

    No interval where the coefficient is undefined in half of the resamples or more.
    """
    value = of(items) if items else None
    if value is None:
        return Agreement(n=len(items), value=None, low=None, high=None)
    random = np.random.default_rng(SEED)
    picks = random.integers(0, len(items), size=(RESAMPLES, len(items)))
    found = [of([items[i] for i in pick]) for pick in picks]
    known = [one for one in found if one is not None]
    if 2 * len(known) <= RESAMPLES:
        return Agreement(n=len(items), value=round(value, 4), low=None, high=None)
    low, high = np.quantile(known, [0.025, 0.975])
    return Agreement(
        n=len(items), value=round(value, 4), low=round(float(low), 4), high=round(float(high), 4)
    )


def _unlike(unit: Sequence[Hashable]) -> int:
    """Ordered pairs of different values."""
    counts = Counter(unit)
    return len(unit) ** 2 - sum(count * count for count in counts.values())
