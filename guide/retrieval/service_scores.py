"""One score per entry: what was learned from examples, its nearest passage, its best word match."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from guide.retrieval.fusion import Scores, standardised
from guide.retrieval.passages import Hit

DENSE_WEIGHT = 0.3
LEXICAL_WEIGHT = 0.3
"""Of the nearest passage and of the best word match, beside 1 for what was learned; measured on
the tuning part of the repository's own questions (`python -m evals ablation`)."""

Found = Mapping[str, Sequence[Hit]]


def service_scores(learned: Mapping[str, float], found: Found) -> dict[str, float]:
    """z(learned) + 0.3 z(best cosine) + 0.3 z(best word score), over the entries of `learned`.

    An entry of which no passage was found counts as the worst of those found.
    """
    if not learned:
        return {}
    names = list(learned)
    score = (
        standardised(np.array(list(learned.values())))
        + DENSE_WEIGHT * standardised(_best(names, found, lambda hit: hit.dense))
        + LEXICAL_WEIGHT * standardised(_best(names, found, lambda hit: hit.lexical))
    )
    return dict(zip(names, score.tolist(), strict=True))


def _best(names: Sequence[str], found: Found, leg: Callable[[Hit], float]) -> Scores:
    best = {name: max(map(leg, hits)) for name, hits in found.items() if hits}
    floor = min(best.values(), default=0.0)
    return np.array([best.get(name, floor) for name in names])
