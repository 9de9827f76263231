"""Does anything fit at all?

Neither leg tells by itself: the cosine of nonsense overlaps that of real questions, and a real
question may share few words with any text. Their sum parts nonsense and questions far outside the
subject from real ones. The limit is low on purpose: a question that is let through still gets the
nearest services, one that is stopped gets none. It is measured for one model and means nothing
for another.
"""

from collections.abc import Sequence

from guide.model.terms import Language
from guide.retrieval.passages import Hit

WORD_WEIGHT = 0.01
_MEASURED = (Language.SV, Language.EN)


def anything_fits(hits: Sequence[Hit], language: Language, least: float | None) -> bool:
    """False when the best passage is too far from the question.

    Only told for Swedish and English, and only with a limit for the model in use.
    """
    if least is None or language not in _MEASURED:
        return bool(hits)
    return any(fit(hit) >= least for hit in hits)


def fits_better(first: Sequence[Hit], second: Sequence[Hit]) -> bool:
    """Whether the best of the first hits fits at least as well as the best of the second, though
    they were found on different shelves."""
    return max(map(fit, first), default=0.0) >= max(map(fit, second), default=0.0)


def fit(hit: Hit) -> float:
    """Cosine and word matches in one number. Word scores of two shelves come from two indexes, so
    across shelves this is a rule of thumb, held by what staff's questions get in the tests."""
    return hit.dense + WORD_WEIGHT * hit.lexical
