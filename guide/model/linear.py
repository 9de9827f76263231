"""Scores that are linear in a message's vector, as text that can be published."""

import base64
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from guide.model.value import Value


class Linear(Value):
    """A score per row: `weights` times a vector, plus `offsets`.

    Both hold little-endian float32 numbers in base64: `weights` by rows, shape (rows, dimension);
    `offsets`, shape (rows,).
    """

    weights: str = ""
    offsets: str = ""

    @classmethod
    def of(cls, weights: NDArray[np.floating[Any]], offsets: NDArray[np.floating[Any]]) -> Self:
        """From arrays of those shapes."""
        return cls(weights=_text(weights), offsets=_text(offsets))

    def arrays(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weights and offsets, in those shapes."""
        offsets = _numbers(self.offsets)
        return _numbers(self.weights).reshape(len(offsets), -1 if len(offsets) else 0), offsets


def _text(numbers: NDArray[np.floating[Any]]) -> str:
    return base64.b64encode(numbers.astype("<f4").tobytes()).decode("ascii")


def _numbers(text: str) -> NDArray[np.float32]:
    return np.frombuffer(base64.b64decode(text), dtype="<f4")
