"""Rules that a message is like, by what was learned from the rules' examples."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from guide.errors import ModelMissing
from guide.model.likeness import Likeness, Likenesses
from guide.model.rules import Rule, Rulebook
from guide.model.service import Phrases
from guide.model.terms import Language
from guide.model.value import Value
from guide.ports import Embedder, Vectors
from guide.rules.neutral import NeutralReading
from guide.rules.text import lines, normalise
from guide.rules.wording import wording

LEAST = {"crisis": -2.4, "decisions": 0.4, "scope": -1.6}
"""Log-odds from which a message counts as like the family.

Chosen on the tuning part (`python -m evals run routing --part tuning`) and on the questions of
`python -m evals answers`: crisis within the stretch where a lower one finds no more danger there,
and half a step below its upper end, since a danger missed costs more than a notice too many;
decisions and scope so that hardly any ordinary question is refused or sent away.
"""
LEAST_HINTED = -4.0
"""Log-odds from which a rule's hints count; lower than for likeness alone."""
READ_WHOLE = 60
"""Words up to which a likeness speaks for every part of a message. In longer ones a single line
about danger may be lost among the others, so hints count."""
TOO_SHORT = 3
"""Words up to which there is so little to read that a word of danger is the message itself."""
LEAST_UNTUNED = {"crisis": 0.2, "decisions": 1.0, "scope": 1.0}
"""The same where the scores were learned at ingest. They tell less well and are surer of
it; how well with another model is not measured."""
LEAST_ELSEWHERE = -2.1
"""Log-odds from which an entry that belongs to others may be told to, if it fits best."""
LEAST_WORDED = -2.5
"""Lower scores of the wording count as this one: calm words alone never outweigh an encoder that
is sure of danger."""
SURE = 0.4
"""Share of the family's likeness that one rule must have; else the family's last rule is taken,
whose text fits widest."""


class Alike(Value):
    """The rule of each family that a message is like, or None; `near_danger` is false where it is
    so unlike danger that hints of it count for nothing, `elsewhere` where nothing in it sounds
    like a subject of others."""

    crisis: Rule | None = None
    near_danger: bool = True
    decisions: Rule | None = None
    scope: Rule | None = None
    elsewhere: bool = True


class Read(NamedTuple):
    """What a message says: its vector, and the wording of each of its readings."""

    vector: Vectors
    wordings: Sequence[Mapping[int, float]]


class FamilyLikeness:
    """Tells the rule of one family that a message is like."""

    def __init__(self, learned: Likeness, rules: Sequence[Rule], least: float) -> None:
        known = {rule.id: rule for rule in rules}
        self._rules = [known[name] for name in learned.rule_ids]
        self._widest = rules[-1]
        self._family = learned.family.arrays()
        self._apart = learned.rule.arrays()
        self._wording = learned.wording.arrays()
        self._least = least

    def odds(self, read: Read) -> float:
        """Log-odds that the message is like any rule of the family: those of the encoder and of
        the wording, added as those of two independent witnesses."""
        weights, offsets = self._family
        return float((weights @ read.vector + offsets)[0]) + self._worded(read)

    def rule(self, read: Read) -> Rule | None:
        """The rule, the widest one where none stands out, or None where the family is unlike."""
        if self.odds(read) < self._least:
            return None
        weights, offsets = self._apart
        scores = weights @ read.vector + offsets
        best = int(np.argmax(scores))
        share = np.exp(scores[best] - np.logaddexp.reduce(scores))
        return self._rules[best] if share >= SURE else self._widest

    def _worded(self, read: Read) -> float:
        """The score of the wording, mean of the readings; nothing where words do not count."""
        weights, offsets = self._wording
        if not len(offsets):
            return 0.0
        scores = [
            sum(weights[0, column] * value for column, value in one.items())
            for one in read.wordings
        ]
        return max(LEAST_WORDED, float(np.mean(scores) + offsets[0]))


class LikenessMatcher:
    """Holds what was learned; safe to share between threads."""

    def __init__(
        self,
        learned: Likenesses,
        rulebook: Rulebook,
        examples: Mapping[str, Phrases],
        embedder: Embedder,
        neutral: NeutralReading | None = None,
    ) -> None:
        self._embedder = embedder
        self._neutral = neutral or NeutralReading()
        self._tuned = learned.tuned
        self._families = {
            name: FamilyLikeness(getattr(learned, name), getattr(rulebook, name), least)
            for name, least in (LEAST if learned.tuned else LEAST_UNTUNED).items()
            if getattr(learned, name).rule_ids
        }
        self._rules = {rule.id: (name, rule) for name in LEAST for rule in getattr(rulebook, name)}
        self._examples = {
            normalise(text): name for name, phrases in examples.items() for text in phrases.all()
        }

    def alike(self, text: str, language: Language) -> Alike:
        """What the text is like, read without what must not decide it; what is word for word an
        example is that one's. Without a model nothing else: patterns then work alone."""
        example = self._examples.get(normalise(text))
        if example is not None:
            own = self._rules.get(example)
            return Alike(near_danger=False) if own is None else Alike(**dict([own]))
        if not self._families:
            return Alike()
        try:
            read = self._read(text, language)
        except ModelMissing:
            return Alike()
        found = {name: family.rule(read) for name, family in self._families.items()}
        return Alike(
            **found,
            near_danger=self._is_near_danger(text, language, read),
            elsewhere=self._may_be_elsewhere(read),
        )

    def _read(self, text: str, language: Language) -> Read:
        readings = self._neutral.readings(text, language)
        vectors = [self._embedder.embed_query(one) for one in readings]
        return Read(np.mean(vectors, axis=0), [wording(one) for one in readings])

    def _is_near_danger(self, text: str, language: Language, read: Read) -> bool:
        """Whether the text or one of its lines is; a line of danger is lost among calm ones."""
        crisis = self._families.get("crisis") if self._tuned else None
        if crisis is None or not TOO_SHORT < len(text.split()) <= READ_WHOLE:
            return True
        if crisis.odds(read) >= LEAST_HINTED:
            return True
        parts = lines(text)
        return len(parts) > 1 and any(
            crisis.odds(self._read(part, language)) >= LEAST_HINTED for part in parts
        )

    def _may_be_elsewhere(self, read: Read) -> bool:
        scope = self._families.get("scope") if self._tuned else None
        return scope is None or scope.odds(read) >= LEAST_ELSEWHERE
