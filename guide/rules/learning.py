"""Learn from examples which messages a family of rules is about: multinomial logistic regression.

The weights minimise the weighted cross-entropy over the family's rules and "none of them" plus
half their squared length, by Nesterov's accelerated gradient (1983) on centred features. With the
same examples it told messages never seen apart better than a discriminant with shared covariance.
"""

import base64
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guide.model.likeness import Likeness, Linear
from guide.ports import Vectors

FAMILY_STRENGTH = 1.0
"""How much examples count against small weights when any rule is told from none."""
RULE_STRENGTH = 30.0
"""The same when rules are told apart."""
STEPS = 200
NEAR = 40.0
"""What looks like danger and is none counts as so many ordinary messages."""
_Numbers = NDArray[np.float32]


class Taught(NamedTuple):
    """A message's features, the rule that it is an example of or None, and how much it counts."""

    features: Vectors
    rule_id: str | None
    weight: float = 1.0


def learn(taught: Sequence[Taught]) -> Likeness:
    """Scores per rule. Examples of all rules together count as much as all others together.

    Without examples of rules and of others there is nothing to learn: an empty likeness.
    """
    rule_ids = sorted({one.rule_id for one in taught if one.rule_id is not None})
    if not rule_ids or all(one.rule_id is not None for one in taught):
        return Likeness()
    place = {None: 0} | {name: i for i, name in enumerate(rule_ids, 1)}
    given = np.stack([one.features for one in taught])
    of = np.array([place[one.rule_id] for one in taught])
    counts = _counts(taught, of) * np.float32(FAMILY_STRENGTH)
    weights, offsets = _fitted(given, of, counts)
    own = of > 0
    alone = np.full(int(own.sum()), RULE_STRENGTH, np.float32)
    return Likeness(
        rule_ids=tuple(rule_ids),
        family=_linear(weights[1:] - weights[0], offsets[1:] - offsets[0]),
        rule=_linear(*_fitted(given[own], of[own] - 1, alone)),
    )


def _counts(taught: Sequence[Taught], of: NDArray[np.int64]) -> _Numbers:
    """Each example's weight, so that either side has half the number of all of them."""
    counts = np.ones(len(taught))
    for side in (of > 0, of == 0):
        counts[side] = len(taught) / 2 / side.sum()
    weighed: _Numbers = (counts * [one.weight for one in taught]).astype(np.float32)
    return weighed


def _fitted(given: _Numbers, of: NDArray[np.int64], counts: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Weights (classes, features) and offsets (classes,)."""
    centre = given.mean(axis=0)
    given = np.hstack([given - centre, np.ones((len(given), 1), np.float32)])
    target = np.eye(int(of.max()) + 1, dtype=np.float32)[of]
    step = 1 / (1 + _steepest(given, counts) / 2)
    now = before = np.zeros((target.shape[1], given.shape[1]), np.float32)
    for turn in range(STEPS):
        ahead = now + turn / (turn + 3) * (now - before)
        slope = ((_shares(given @ ahead.T) - target) * counts[:, None]).T @ given
        slope[:, :-1] += ahead[:, :-1]
        before, now = now, (ahead - step * slope).astype(np.float32)
    weights = now[:, :-1]
    return weights, now[:, -1] - weights @ centre


def _steepest(given: _Numbers, counts: _Numbers) -> float:
    """The largest eigenvalue of the weighted products of features, by power iteration."""
    direction = np.ones(given.shape[1], np.float32)
    length = 1.0
    for _ in range(30):
        direction = direction / np.linalg.norm(direction)
        direction = given.T @ (counts * (given @ direction))
        length = float(np.linalg.norm(direction))
    return length * 1.1


def _shares(scores: _Numbers) -> _Numbers:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: _Numbers = raised / raised.sum(axis=1, keepdims=True)
    return shares


def _linear(weights: _Numbers, offsets: _Numbers) -> Linear:
    return Linear(weights=_text(weights), offsets=_text(offsets))


def _text(numbers: _Numbers) -> str:
    return base64.b64encode(numbers.astype("<f4").tobytes()).decode("ascii")
