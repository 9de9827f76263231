"""The project's own rules and the recorded messages that they are judged on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guide.model.rules import DangerRule, Rule, Rulebook
from guide.rules.matching import DangerMatcher, RuleMatcher
from guide.rules.text import normalise

RULES = Path(__file__).parents[2] / "knowledge" / "rules"
DATA = Path(__file__).parent / "data"


def recorded(name: str) -> Any:
    """The content of a file of recorded messages."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def rules_of(name: str) -> tuple[Rule, ...]:
    """The rules of one file of the knowledge base."""
    found = yaml.safe_load((RULES / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple(Rule(**rule) for rule in found)


def danger_rules() -> tuple[DangerRule, ...]:
    """The rules of danger of the knowledge base."""
    found = yaml.safe_load((RULES / "crisis.yaml").read_text(encoding="utf-8"))
    return tuple(DangerRule(**rule) for rule in found)


def rulebook() -> Rulebook:
    """The whole rulebook of the knowledge base."""
    facets = yaml.safe_load((RULES / "facets.yaml").read_text(encoding="utf-8"))
    return Rulebook(
        crisis=danger_rules(),
        decisions=rules_of("decisions"),
        scope=rules_of("scope"),
        maintenance=rules_of("maintenance"),
        **facets,
    )


class Hinted:
    """Rules of danger as where hints count: the message is near danger, or no model can tell."""

    def __init__(self) -> None:
        self._matcher = DangerMatcher(danger_rules())

    def all(self, text: str) -> tuple[DangerRule, ...]:
        return self._matcher.all(text, near=True)


def ids(matcher: RuleMatcher[Rule] | Hinted, text: str) -> tuple[str, ...]:
    """Ids of the rules that match a message as somebody wrote it."""
    return tuple(rule.id for rule in matcher.all(normalise(text)))


def crisis_messages(part: str) -> Iterator[tuple[str, str, str]]:
    """Rule id, language and text of each recorded crisis message of a part."""
    for rule, languages in recorded(f"crisis_{part}").items():
        for language, texts in languages.items():
            for text in texts:
                yield rule, language, text


def near_misses(part: str) -> tuple[str, ...]:
    """Messages of a part that are no crisis."""
    return tuple(text for texts in recorded(f"near_misses_{part}").values() for text in texts)
