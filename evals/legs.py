"""The rankings that are compared, read out of one search's hits."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from guide.retrieval.passages import Hit

NOT_FOUND = float("-inf")
BASELINE_WEIGHT = 0.5
"""Of words in the baseline. It stays when the product's fusion changes, so that the product is
always measured against the same thing."""
Leg = Callable[[Sequence[Hit]], Sequence[float]]
Name = Callable[[Hit], str]


def _dense(hits: Sequence[Hit]) -> list[float]:
    return [hit.dense for hit in hits]


def _lexical(hits: Sequence[Hit]) -> list[float]:
    return [hit.lexical or NOT_FOUND for hit in hits]


def _fused(hits: Sequence[Hit]) -> list[float]:
    return [hit.score for hit in hits]


def _baseline(hits: Sequence[Hit]) -> list[float]:
    """z(dense) + 0.5 z(lexical) over the hits."""
    dense, lexical = (np.array([hit[i] for hit in hits], dtype=float) for i in (2, 3))
    scores: list[float] = (_standard(dense) + BASELINE_WEIGHT * _standard(lexical)).tolist()
    return scores


def _standard(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(scores.std()) if scores.size else 0.0
    standard: NDArray[np.float64] = (scores - scores.mean()) / spread if spread else scores * 0.0
    return standard


LEGS: dict[str, Leg] = {"dense": _dense, "lexical": _lexical, "fused": _fused}
"""What the product's search is made of, and what it makes."""
ALL_LEGS: dict[str, Leg] = {**LEGS, "zscore": _baseline}
"""With the baseline that fusion is held against."""


def document(hit: Hit) -> str:
    """Ranks documents, or services: each stands where its best passage does."""
    return hit.passage.service_id


def passage(hit: Hit) -> str:
    """Ranks the passages themselves."""
    return hit.passage.id


def ranking(hits: Sequence[Hit], leg: Leg, name: Name = document) -> list[str]:
    """Names by their best hit, best first; those that the leg did not find are left out."""
    best: dict[str, float] = {}
    for hit, score in zip(hits, leg(hits), strict=True):
        if score > best.get(name(hit), NOT_FOUND):
            best[name(hit)] = score
    return sorted(best, key=lambda item: (-best[item], item))
