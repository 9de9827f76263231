"""Does a sentence mean what its quote means, as far as vectors of words can tell?

Each telling word of one is compared with all words of the other, in their company. The limits are
measured on the tuning part of `evals/data/grounding` by `python -m evals run grounding`, for the
default embedding model. Vectors tell that a sentence speaks of something else; they hardly tell
who does what to whom, which is why words are judged first (`strength`, `who`).
"""

from typing import NamedTuple

import numpy as np

from guide.grounding.verify import Drafted
from guide.ports import Vectors, WordReader, Words

_SMALL = frozenset(
    "och att det som en ett i på av för med till den de är var har hade kan ska skulle om du dig "
    "ni sin sitt sina från när där dit också även än så man din ditt dina vi er vid eller "
    "the a an of to and in is are was were be it for with that by or you your who they their as "
    "at on can has have from this these those when where".split()
)


class Alike(NamedTuple):
    """How well two texts cover each other, cosines: the mean and the least over the sentence's
    telling words, and the mean over the quote's."""

    mean: float
    least: float
    back: float


LEAST = Alike(mean=0.88, least=0.73, back=0.88)
"""Limits for the default model; a sentence holds where none is missed."""


class Meaning:
    """Compares sentences with their quotes."""

    def __init__(self, reader: WordReader, limits: Alike = LEAST) -> None:
        self._reader = reader
        self._limits = limits

    def holds(self, draft: Drafted) -> bool:
        """Whether no limit is missed.

        Raises:
            ModelMissing: the model cannot be loaded.
        """
        found = self.alike(draft.text, draft.quote)
        return all(value >= limit for value, limit in zip(found, self._limits, strict=True))

    def alike(self, text: str, quote: str) -> Alike:
        """How well they cover each other; zeros where one has no words. Raises as `holds`."""
        said, given = self._reader.read_words([text, quote])
        if not said.words or not given.words:
            return Alike(0.0, 0.0, 0.0)
        near = said.vectors @ given.vectors.T
        forth = near[_telling(said)].max(axis=1)
        back: Vectors = near[:, _telling(given)].max(axis=0)
        return Alike(float(forth.mean()), float(forth.min()), float(back.mean()))


def _telling(words: Words) -> list[int]:
    """Places of words that are not small; of all where all are."""
    places = [i for i, word in enumerate(words.words) if word.casefold() not in _SMALL]
    return places or list(np.arange(len(words.words)))
