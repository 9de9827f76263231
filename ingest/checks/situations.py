"""Checks of what the situation search and the glossary are told."""

from collections import Counter
from collections.abc import Iterator

from guide.model.situation_rules import Quoted
from ingest.checks.view import View, ids
from ingest.problems import Problem, fault, warning

RULES = "rules/situations.yaml"
GLOSSARY = "taxonomy/glossary.yaml"
AREAS = "taxonomy/life_areas.yaml"
MOST_WORDS = 6


def situation_rules(view: View) -> Iterator[Problem]:
    """Groups and contacts that nobody wrote, and a label without its place for the age."""
    rules, content = view.content.situations, view.content
    groups, contacts = ids(content.groups), ids(content.contacts)
    for number, person in enumerate(rules.persons):
        for group in set(person.groups) - groups:
            yield _unknown(f"persons.{number}.groups", group, "taxonomy/groups.yaml")
    for name in set(rules.today) - contacts:
        yield _unknown("today", name, "contacts.yaml")
    if "{age}" not in rules.age:
        yield fault("situations", RULES, "age", "Texten saknar {age}.", "Skriv var åldern står.")


def quotes(view: View) -> Iterator[Problem]:
    """Sentences that do not stand in the entry they are said to stand in."""
    rules = view.content.situations
    for number, one in enumerate(rules.not_for):
        yield from _quote(view, one, RULES, f"not_for.{number}")
    for reminder in rules.reminders:
        yield from _quote(view, reminder, RULES, f"reminders.{reminder.id}")
    for number, term in enumerate(view.content.glossary):
        yield from _quote(view, term, GLOSSARY, str(number))


def glossary_terms(view: View) -> Iterator[Problem]:
    """Words that are explained twice: a reader would get one of two explanations."""
    written = [
        word.casefold()
        for term in view.content.glossary
        for word in dict.fromkeys((term.term, *term.also))
    ]
    for word, count in Counter(written).items():
        if count > 1:
            yield fault("glossary", GLOSSARY, "", f"{word!r} förklaras {count} gånger.",
                        "Behåll en av dem.")  # fmt: skip


def area_words(view: View) -> Iterator[Problem]:
    """Areas without everyday words, or with so many that they no longer mean one thing, and words
    that two areas share."""
    seen: dict[str, str] = {}
    for area in view.content.life_areas:
        if not 0 < len(area.search) <= MOST_WORDS:
            yield warning("area-words", AREAS, f"{area.id}.search",
                          f"Området har {len(area.search)} sökord.",
                          f"Skriv 1 till {MOST_WORDS} vardagsord.")  # fmt: skip
        for word in area.search:
            if seen.setdefault(word.casefold(), area.id) != area.id:
                yield fault("area-words", AREAS, f"{area.id}.search",
                            f"{word!r} står också under {seen[word.casefold()]}.",
                            "Låt ordet stå under ett område.")  # fmt: skip


def _quote(view: View, quote: Quoted, file: str, field: str) -> Iterator[Problem]:
    entry = view.services.get(quote.entry)
    if entry is None:
        yield fault("reference", file, f"{field}.entry", f"{quote.entry!r} finns inte.",
                    "Rätta id:t.")  # fmt: skip
    elif not any(quote.text in text for text in (entry.summary.sv, *_sections(view, quote))):
        yield fault("quote", file, f"{field}.text", f"Texten står inte i {quote.entry}.",
                    "Skriv den ordagrant som i posten.")  # fmt: skip


def _sections(view: View, quote: Quoted) -> list[str]:
    return [section.text for section in view.services[quote.entry].sections]


def _unknown(field: str, name: str, file: str) -> Problem:
    return fault("reference", RULES, field, f"{name!r} finns inte.", f"Välj något i {file}.")
