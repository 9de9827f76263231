"""Examples of rules: whose they are, and patterns that catch what only sounds like danger."""

from collections.abc import Iterator

from guide.model.likeness import Likenesses
from guide.model.rules import Rule
from guide.rules.matching import RuleMatcher
from guide.rules.text import normalise
from ingest.checks.view import View
from ingest.problems import Problem, fault, warning
from ingest.rule_examples import HARMLESS

FOLDER = "rules/examples"


def rule_examples(view: View) -> Iterator[Problem]:
    """Examples of no rule, and texts that teach two rules."""
    known = {HARMLESS, *(rule.id for rule in _rules(view))}
    first: dict[str, str] = {}
    for name, phrases in view.content.rule_examples.items():
        file = f"{FOLDER}/{name}.yaml"
        if name not in known:
            yield fault("unknown-rule", file, "", f"Det finns ingen regel som heter {name!r}.",
                        f"Ge filen regelns id som namn, eller {HARMLESS}.")  # fmt: skip
        for text in phrases.all():
            other = first.setdefault(normalise(text), name)
            if other != name:
                yield warning("same-rule-example", file, "", f"”{text}” finns redan hos {other}.",
                              "Behåll det på ett ställe.")  # fmt: skip


def patterns_in_peace(view: View) -> Iterator[Problem]:
    """Harmless examples in which a crisis pattern is found."""
    harmless = view.content.rule_examples.get(HARMLESS)
    crisis = RuleMatcher(view.content.rules.crisis)
    for text in harmless.all() if harmless is not None else ():
        for rule in crisis.all(normalise(text)):
            yield warning(
                "crisis-in-peace", "rules/crisis.yaml", "",
                f"Ett mönster i {rule.id} fångar ”{text}”, som är ofarligt.",
                "Gör mönstret snävare, eller flytta exemplet till en regel.",
            )  # fmt: skip


def _rules(view: View) -> Iterator[Rule]:
    for family in Likenesses.model_fields:
        yield from getattr(view.content.rules, family)
