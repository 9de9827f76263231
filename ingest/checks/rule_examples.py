"""Examples of rules: whose they are, and patterns that catch what only sounds like danger."""

from collections.abc import Iterator

from guide.model.rules import Rule
from guide.model.service import Phrases
from guide.rules.matching import RuleMatcher
from guide.rules.text import normalise
from ingest.checks.view import View
from ingest.problems import Problem, fault, warning
from ingest.rule_examples import FAMILIES, HARMLESS

FOLDER = "rules/examples"


def rule_examples(view: View) -> Iterator[Problem]:
    """Examples of no rule, and texts that teach two rules."""
    known = {*HARMLESS, *(rule.id for rule in _rules(view))}
    first: dict[str, str] = {}
    for name, phrases in view.content.rule_examples.items():
        file = f"{FOLDER}/{name}.yaml"
        if name not in known:
            yield fault("unknown-rule", file, "", f"Det finns ingen regel som heter {name!r}.",
                        f"Namnge filen efter regeln, eller {', '.join(HARMLESS)}.")  # fmt: skip
        for field, text in _places(phrases):
            other = first.setdefault(normalise(text), name)
            if other != name:
                yield warning("same-rule-example", file, field,
                              f"”{text}” finns redan hos {other}.",
                              "Behåll det på ett ställe.")  # fmt: skip


def patterns_in_peace(view: View) -> Iterator[Problem]:
    """Harmless examples in which a crisis pattern is found."""
    crisis = RuleMatcher(view.content.rules.crisis)
    for name in HARMLESS:
        for field, text in _places(view.content.rule_examples.get(name, Phrases())):
            for rule in crisis.all(normalise(text)):
                yield warning(
                    "crisis-in-peace", f"{FOLDER}/{name}.yaml", field,
                    f"Ett mönster i krisregeln {rule.id} fångar ”{text}”, som är ofarligt.",
                    "Gör mönstret snävare, eller flytta exemplet till en regel.",
                )  # fmt: skip


def _places(phrases: Phrases) -> Iterator[tuple[str, str]]:
    """Each text with its place in the file."""
    for language in Phrases.model_fields:
        for number, text in enumerate(getattr(phrases, language)):
            yield f"{language}.{number}", text


def _rules(view: View) -> Iterator[Rule]:
    for family in FAMILIES:
        yield from getattr(view.content.rules, family)
