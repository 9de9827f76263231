"""Learn from examples which messages a family of rules is about: multinomial logistic regression.

The weights minimise the weighted cross-entropy plus half their squared length, by Nesterov's
accelerated gradient (1983) on centred vectors.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guide.model.likeness import Likeness
from guide.model.linear import Linear
from guide.ports import Vectors

FAMILY_STRENGTH = 1.0
"""How much examples count against small weights when any rule is told from none."""
RULE_STRENGTH = 30.0
"""The same when rules are told apart."""
STEPS = 200
_Numbers = NDArray[np.float32]


class Taught(NamedTuple):
    """A message's vector, and the rule that it is an example of or None."""

    vector: Vectors
    rule_id: str | None


def learn(taught: Sequence[Taught], head: Vectors | None = None) -> Likeness:
    """Scores of the family and per rule.

    `head` is the score that the encoder was tuned with for the family: weights, then the offset.
    It is kept, for learned anew from the examples that tuned it, it would only fit them closer.
    Without it the family's score is learned; examples of all rules together then count as much as
    all others together. Without examples of rules and of others there is nothing to learn: an
    empty likeness.
    """
    rule_ids = sorted({one.rule_id for one in taught if one.rule_id is not None})
    if not rule_ids or all(one.rule_id is not None for one in taught):
        return Likeness()
    place = {name: number for number, name in enumerate(rule_ids)}
    given = np.stack([one.vector for one in taught])
    own = np.array([one.rule_id is not None for one in taught])
    of = np.array([place[one.rule_id] for one in taught if one.rule_id is not None])
    apart = _fitted(given[own], of, np.full(len(of), RULE_STRENGTH, np.float32))
    family = _against_none(given, own) if head is None else Linear.of(head[:-1], head[-1:])
    return Likeness(rule_ids=tuple(rule_ids), family=family, rule=Linear.of(*apart))


def _against_none(given: _Numbers, own: NDArray[np.bool_]) -> Linear:
    """One score: the log-odds of belonging to the family."""
    counts = np.ones(len(own), np.float32)
    for side in (own, ~own):
        counts[side] = FAMILY_STRENGTH * len(own) / 2 / side.sum()
    weights, offsets = _fitted(given, own.astype(np.int64), counts)
    return Linear.of(weights[1:] - weights[:1], offsets[1:] - offsets[:1])


def _fitted(given: _Numbers, of: NDArray[np.int64], counts: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Weights (classes, dimension) and offsets (classes,)."""
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
    """The largest eigenvalue of the weighted products of vectors, by power iteration."""
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
