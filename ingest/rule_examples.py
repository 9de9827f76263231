"""What teaches which messages a family of rules is about."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.model.knowledge import Content
from guide.model.likeness import Likeness, Likenesses
from guide.model.rules import Rule
from guide.model.service import Service
from guide.ports import Vectors
from guide.rules.features import features
from guide.rules.learning import NEAR, Taught, learn

HARMLESS = "ofarligt"
"""Name of the file whose examples are like rules and belong to none."""
OF_DANGER = frozenset({"violence", "safety"})
"""Life areas whose entries are written to in danger as well."""


class Lesson(NamedTuple):
    """A text, the rule that it is an example of or None, and how much it counts."""

    text: str
    rule_id: str | None
    weight: float = 1.0


def texts(content: Content) -> list[str]:
    """Every text that teaches a rule, each once; none where rules have no examples."""
    given = (lesson.text for name in Likenesses.model_fields for lesson in lessons(content, name))
    return list(dict.fromkeys(given))


def learned(content: Content, vectors: Mapping[str, Vectors]) -> Likenesses:
    """What the examples teach of each family, from a vector for each of `texts`."""
    made = {text: features(text, vectors[text]) for text in texts(content)}

    def of(family: str) -> Likeness:
        return learn([Taught(made[t], rule, n) for t, rule, n in lessons(content, family)])

    return Likenesses(**{family: of(family) for family in Likenesses.model_fields})


def lessons(content: Content, family: str) -> list[Lesson]:
    """The family's examples, and against them what is near, other families' examples, and the
    phrases of entries that are not there for this.

    Entries' further examples are left out: among them are many who are in danger and write to an
    ordinary entry, and more of them made danger be missed (on the tuning messages).
    """
    rules: Sequence[Rule] = getattr(content.rules, family)
    own = {rule.id for rule in rules}
    if not own & content.rule_examples.keys():
        return []
    examples = [
        Lesson(text, name if name in own else None, NEAR if name == HARMLESS else 1.0)
        for name, phrases in content.rule_examples.items()
        for text in phrases.all()
    ]
    ordinary = [Lesson(text, None) for text in _ordinary(content, rules, family)]
    first: dict[str, Lesson] = {}
    for lesson in (*examples, *ordinary):
        first.setdefault(lesson.text, lesson)
    return list(first.values())


def _ordinary(content: Content, rules: Sequence[Rule], family: str) -> Iterator[str]:
    named = {name for rule in rules for name in rule.services}
    for service in content.services:
        if service.id not in named and not (family == "crisis" and _of_danger(service)):
            yield from service.phrases.all()


def _of_danger(service: Service) -> bool:
    return bool(OF_DANGER & set(service.life_areas))
