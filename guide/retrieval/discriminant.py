"""Linear discriminant analysis over the vectors of what editors wrote to say when an entry fits.

An encoder's directions are not equal: some tell the language, the length or the tone of a text,
which vary as much within an entry as between entries. The shared covariance within entries
measures just that, and dividing by it leaves what tells entries apart. So phrases in six
languages make each other better.

The covariance is shrunk towards a multiple of the identity, and each mean towards the mean of
all (regularised discriminant analysis, Friedman 1989), because entries have few examples.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from guide.model.discriminant import Discriminant
from guide.model.linear import Linear
from guide.ports import Vectors

SHRINKAGE = 0.35
"""Share of the identity in the covariance."""
PRIOR = 8.0
"""Examples at the mean of all that each entry is thought to have beside its own."""

_Matrix = NDArray[np.float64]


class LinearDiscriminant:
    """Scores every entry for a question's vector."""

    def __init__(self, learned: Discriminant) -> None:
        self._service_ids = learned.service_ids
        self._weights, self._offsets = learned.scores.arrays()

    def scores(self, vector: Vectors) -> dict[str, float]:
        """Entry -> score; differences tell how much better one fits than another."""
        if not self._service_ids:
            return {}
        found = self._weights @ vector + self._offsets
        return dict(zip(self._service_ids, found.tolist(), strict=True))


def learn(vectors: Vectors, service_ids: Sequence[str]) -> Discriminant:
    """A score per entry, from one vector per example, shape (n, dimension), and its entry's id.

    Entries are equally likely beforehand: an entry with many examples is not favoured.
    """
    entries = sorted(set(service_ids))
    if not entries:
        return Discriminant()
    examples = vectors.astype(np.float64)
    place = {name: i for i, name in enumerate(entries)}
    of = np.array([place[name] for name in service_ids])
    centre = examples.mean(axis=0)
    means, counts = _means(examples, of, len(entries))
    covariance = _shrunk(examples - means[of])
    towards = (means - centre) * (counts / (counts + PRIOR))[:, None]
    weights = np.linalg.solve(covariance, towards.T).T
    offsets = -np.einsum("ed,ed->e", weights, centre + towards / 2)
    return Discriminant(service_ids=tuple(entries), scores=Linear.of(weights, offsets))


def _means(examples: _Matrix, of: NDArray[np.int64], entries: int) -> tuple[_Matrix, _Matrix]:
    """Mean and number of each entry's examples."""
    sums = np.zeros((entries, examples.shape[1]))
    np.add.at(sums, of, examples)
    counts = np.bincount(of, minlength=entries).astype(np.float64)
    return sums / counts[:, None], counts


def _shrunk(residuals: _Matrix) -> _Matrix:
    """The residuals' covariance, drawn towards one with equal variance everywhere."""
    dimension = residuals.shape[1]
    covariance = residuals.T @ residuals / len(residuals)
    # Examples that do not vary at all still give a matrix that can be inverted.
    variance = max(float(np.trace(covariance)) / dimension, 1e-6)
    shrunk: _Matrix = (1 - SHRINKAGE) * covariance + SHRINKAGE * variance * np.eye(dimension)
    return shrunk
