"""Which everyday messages rules catch as well, by pattern or by likeness to their examples."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from guide.model.knowledge import Content
from guide.model.rules import Rule
from guide.rules.likeness import LEAST, LEAST_HINTED, LEAST_UNTUNED, FamilyLikeness, Read
from guide.rules.matching import DangerMatcher, RuleMatcher
from guide.rules.text import normalise
from guide.rules.wording import wording
from guide.settings import Settings
from ingest import rule_examples
from ingest.example_vectors import Progress
from ingest.learning import Teacher

Family = Literal["crisis", "decisions", "scope"]


class Caught(NamedTuple):
    """A message that no rule of the family is there for, the rule that takes it, and how."""

    rule: str
    how: Literal["mönster", "likhet"]
    text: str


def catches(
    content: Content, settings: Settings, family: Family, progress: Progress
) -> Iterator[Caught]:
    """Every message that is an example of something else, or that people write to entries; none
    where the family has no examples.

    The content is learned from for this and not published.

    Raises:
        ModelMissing: the embedding model cannot be loaded.
        ModelPreparationError: it could not be made.
        OSError: the vectors cannot be kept.
    """
    lessons = rule_examples.lessons(content, family)
    if not lessons:
        return
    teacher = Teacher.from_settings(settings)
    made = teacher.rule_vectors(content, progress)
    rules: tuple[Rule, ...] = getattr(content.rules, family)
    patterns = RuleMatcher(rules)
    hints = DangerMatcher(content.rules.crisis if family == "crisis" else ())
    learned = teacher.likenesses(content, progress)
    least = LEAST if learned.tuned else LEAST_UNTUNED
    alike = FamilyLikeness(getattr(learned, family), rules, least[family])
    for lesson in lessons:
        if lesson.rule_id is None:
            text = lesson.text
            read = Read(made[text], [wording(text)])
            near = alike.odds(read) >= LEAST_HINTED
            found = patterns.first(normalise(text)) or next(
                iter(hints.all(normalise(text), near)), None
            )
            like = None if found else alike.rule(read)
            if rule := found or like:
                yield Caught(rule.id, "mönster" if found else "likhet", text)
