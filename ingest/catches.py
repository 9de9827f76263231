"""Which everyday messages rules catch as well, by pattern or by likeness to their examples."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from guide.model.likeness import Likenesses
from guide.model.rules import Rule
from guide.rules.features import features
from guide.rules.likeness import LEAST, FamilyLikeness
from guide.rules.matching import RuleMatcher
from guide.rules.text import normalise
from guide.settings import Settings
from ingest import rule_examples
from ingest.example_vectors import ExampleVectors, Progress
from ingest.learning import taught_texts
from ingest.load import Loader

Family = Literal["crisis", "decisions", "scope"]


class Caught(NamedTuple):
    """A message that no rule of the family is there for, the rule that takes it, and how."""

    rule: str
    how: Literal["mönster", "likhet"]
    text: str


def catches(settings: Settings, family: Family, progress: Progress) -> Iterator[Caught]:
    """Every message that is an example of something else, or that people write to entries.

    What the folder holds now is learned for this and not published.

    Raises:
        ModelMissing: the embedding model cannot be loaded.
        ModelPreparationError: it could not be made.
        OSError: the vectors cannot be kept.
    """
    from guide import wiring

    content = Loader(settings.knowledge_dir).load().content
    vectors = ExampleVectors(settings.example_file, wiring.build_embedder(settings))
    known = taught_texts(content)
    made = dict(zip(known, vectors.of(known, progress), strict=True))
    rules: tuple[Rule, ...] = getattr(content.rules, family)
    patterns = RuleMatcher(rules)
    learned: Likenesses = rule_examples.learned(content, made)
    alike = FamilyLikeness(getattr(learned, family), rules, LEAST[family])
    for lesson in rule_examples.lessons(content, family):
        if lesson.rule_id is None:
            text = lesson.text
            found = patterns.first(normalise(text))
            like = None if found else alike.rule(features(text, made[text]))
            if rule := found or like:
                yield Caught(rule.id, "mönster" if found else "likhet", text)
