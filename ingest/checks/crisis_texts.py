"""What a crisis notice is made of beside its rule: the person's texts, contacts, usual hours."""

from collections.abc import Iterator

from guide.composing.crisis import WHEN_CLOSED
from guide.model.rules import Person
from ingest.checks.view import View, ids
from ingest.problems import Problem, fault

PERSON_FILE = "rules/persons.yaml"
HOURS_FILE = "rules/hours.yaml"
ENDINGS = frozenset({WHEN_CLOSED, *Person})


def crisis_contacts(view: View) -> Iterator[Problem]:
    """Contacts that do not exist, offered to a person or with usual hours."""
    known, rules = ids(view.content.contacts), view.content.rules
    named = [
        (PERSON_FILE, f"{index}.contacts", name)
        for index, rule in enumerate(rules.persons)
        for name in (*rule.contacts, *rule.also)
    ]
    named += [(HOURS_FILE, f"{i}.contact", usual.contact) for i, usual in enumerate(rules.hours)]
    for file, field, name in named:
        if name not in known:
            yield fault("reference", file, field, f"Kontakten {name!r} finns inte.",
                        "Rätta id:t eller lägg till kontakten.")  # fmt: skip


def crisis_texts(view: View) -> Iterator[Problem]:
    """Persons without a text, and texts of a rule or for a person that do not exist."""
    swedish = view.content.messages.get("sv", {})
    rules = {rule.id for rule in view.content.rules.crisis}
    for index, rule in enumerate(view.content.rules.persons):
        if rule.person is not Person.ADULT and f"person.{rule.person}" not in swedish:
            yield fault("rule-text", PERSON_FILE, f"{index}.person",
                        f"Texten 'person.{rule.person}' finns inte.",
                        "Skriv den i messages/sv.yaml.")  # fmt: skip
    for key in swedish:
        rule_id, _, ending = key.removeprefix("crisis.").partition(".")
        used = rule_id in rules and (not ending or ending in ENDINGS)
        if key.startswith("crisis.") and not used:
            yield fault("fixed-text", "messages/sv.yaml", key, "Ingen krisregel använder texten.",
                        f"Skriv crisis.<regel>, eller crisis.<regel>. och ett av "
                        f"{', '.join(sorted(ENDINGS))}.")  # fmt: skip
