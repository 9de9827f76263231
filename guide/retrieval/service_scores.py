"""One score per entry: what was learned from examples, its words, its nearest passage."""

from collections.abc import Mapping, Sequence

import numpy as np

from guide.retrieval.fusion import Scores, standardised
from guide.retrieval.passages import Hit

WORDS_WEIGHT = 0.5
NEAREST_WEIGHT = 0.3
"""Of word matches and of the nearest passage, beside 1 for what was learned; measured on the
tuning part of the repository's own questions (`python -m evals ablation`)."""


def service_scores(
    learned: Mapping[str, float],
    words: Mapping[str, float],
    found: Mapping[str, Sequence[Hit]],
) -> dict[str, float]:
    """z of z(learned) + 0.5 z(words) + 0.3 z(best cosine), over the entries of `words`: how many
    standard deviations each lies above the mean.

    An entry that an argument lacks counts as the worst of those it has.
    """
    names = list(words)
    nearest = {name: max(hit.dense for hit in hits) for name, hits in found.items() if hits}
    score = (
        _standard(learned, names)
        + WORDS_WEIGHT * _standard(words, names)
        + NEAREST_WEIGHT * _standard(nearest, names)
    )
    return dict(zip(names, standardised(score).tolist(), strict=True))


def _standard(scores: Mapping[str, float], names: Sequence[str]) -> Scores:
    here = [scores[name] for name in names if name in scores]
    least = min(here, default=0.0)
    return standardised(np.array([scores.get(name, least) for name in names]))
