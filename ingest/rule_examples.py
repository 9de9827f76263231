"""What teaches which messages a family of rules is about."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.model.knowledge import Content
from guide.model.likeness import Likeness, Likenesses
from guide.model.linear import Linear
from guide.model.rules import Rule
from guide.model.service import Phrases, Service
from guide.ports import Vectors
from guide.rules.learning import Taught, learn
from ingest.wording_lessons import learn_wording

FAMILIES = ("crisis", "decisions", "scope")
"""Names in the rulebook of those families that have examples."""
HARMLESS = ("ofarligt", "tungt", "yrke", "vanligt", "fraga", "inom")
"""Names of the files whose examples belong to no rule: they only sound like danger, tell of
hardship, come from professionals, are everyday, ask for information and for no decision, or only
sound like others' subjects."""
LEFT_OUT: dict[str, frozenset[str]] = {
    # Who asks whether to leave, or how dangerous somebody is, may well be in danger.
    "crisis": frozenset({"livsval", "risk"}),
    "decisions": frozenset(),
    "scope": frozenset(),
}
"""Rules whose examples neither belong to the family nor count against it."""
WORDED = frozenset({"crisis"})
"""Families whose wording counts beside what the encoder was tuned for; the others have too few
examples for it."""
OF_DANGER = frozenset({"violence", "safety"})
"""Life areas whose entries are written to in danger as well."""


Heads = Mapping[str, Vectors]
"""The tuned score of a family: weights, then the offset."""


class Lesson(NamedTuple):
    """A text, and the rule that it is an example of or None."""

    text: str
    rule_id: str | None


def texts(content: Content) -> list[str]:
    """Every text that teaches a rule, each once; none where rules have no examples."""
    given = (lesson.text for name in FAMILIES for lesson in lessons(content, name))
    return list(dict.fromkeys(given))


def learned(
    content: Content, vectors: Mapping[str, Vectors], encoder: str, heads: Heads
) -> Likenesses:
    """What the examples teach of each family, from the encoder's vector for each of `texts`, and
    from the scores that it was tuned with."""

    def of(family: str) -> Likeness:
        given = [Taught(vectors[text], rule_id) for text, rule_id in lessons(content, family)]
        found = learn(given, heads.get(family))
        if family not in WORDED or family not in heads:
            return found
        return found.model_copy(update={"wording": _wording(content, family)})

    scores = {family: of(family) for family in FAMILIES}
    return Likenesses(encoder=encoder, tuned=bool(heads), **scores)


def _wording(content: Content, family: str) -> Linear:
    told = [*lessons(content, family), *asked(content, family)]
    return learn_wording([one.text for one in told], [one.rule_id is not None for one in told])


def lessons(content: Content, family: str) -> list[Lesson]:
    """The family's examples, and against them what is near, other families' examples, and the
    phrases of entries that are not there for this."""
    rules: Sequence[Rule] = getattr(content.rules, family)
    own = {rule.id for rule in rules}
    if not own & content.rule_examples.keys():
        return []
    examples = [
        Lesson(text, name if name in own else None)
        for name, phrases in content.rule_examples.items()
        if name not in LEFT_OUT[family]
        for text in phrases.all()
    ]
    ordinary = [Lesson(text, None) for s in others(content, family) for text in s.phrases.all()]
    first: dict[str, Lesson] = {}
    for lesson in (*examples, *ordinary):
        first.setdefault(lesson.text, lesson)
    return list(first.values())


def asked(content: Content, family: str) -> Iterator[Lesson]:
    """Entries' further examples, of those entries that are not there for the family."""
    for service in others(content, family):
        further = content.examples.get(service.id, Phrases())
        yield from (Lesson(text, None) for text in further.all())


def others(content: Content, family: str) -> Iterator[Service]:
    """Entries that people do not turn to for what the family is about."""
    rules: Sequence[Rule] = getattr(content.rules, family)
    named = {name for rule in rules for name in rule.services}
    if family == "scope":
        named.update(content.elsewhere)
    for service in content.services:
        if service.id not in named and not (family == "crisis" and _of_danger(service)):
            yield service


def _of_danger(service: Service) -> bool:
    return bool(OF_DANGER & set(service.life_areas))
