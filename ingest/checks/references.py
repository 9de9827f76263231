"""References to what does not exist."""

from collections.abc import Iterable, Iterator

from ingest.checks.view import View, ids
from ingest.problems import Problem, fault

LINKS = ("alternatives", "combines_with", "replaced_by")
RULE_FILES = ("crisis", "decisions", "scope", "maintenance")


def entry_references(view: View) -> Iterator[Problem]:
    """Contacts, entries, terms and documents that an entry names but nobody wrote."""
    content = view.content
    known = {
        "contacts": ids(content.contacts),
        **dict.fromkeys(LINKS, ids(content.services)),
        "groups": ids(content.groups),
        "life_areas": ids(content.life_areas),
    }
    sources = ids(content.sources)
    for file, service in view.entries:
        for field, names in known.items():
            yield from _unknown(file, field, getattr(service, field), names)
        for item in service.evidence:
            yield from _unknown(file, f"evidence.{item.id}.document", [item.document], sources)


def contact_sources(view: View) -> Iterator[Problem]:
    """Contacts that rest on a source that is not listed."""
    known = ids(view.content.sources)
    for contact in view.content.contacts:
        if contact.source not in known:
            yield fault(
                "reference", "contacts.yaml", f"{contact.id}.source",
                f"Källan {contact.source!r} finns inte.", "Lägg den i sources.yaml.",
            )  # fmt: skip


def source_successors(view: View) -> Iterator[Problem]:
    """A source that is superseded by nothing that is listed, or in the end by itself."""
    successor = {source.id: source.superseded_by for source in view.content.sources}
    for source in view.content.sources:
        field, seen, name = f"{source.id}.superseded_by", {source.id}, source.superseded_by
        if name is not None and name not in successor:
            yield fault("reference", "sources.yaml", field, f"Källan {name!r} finns inte.",
                        "Rätta id:t eller ta bort raden.")  # fmt: skip
        while name is not None and name not in seen:
            seen.add(name)
            name = successor.get(name)
        if name == source.id:
            yield fault("reference", "sources.yaml", field, "Källan ersätts av sig själv.",
                        "Låt den nyaste källan stå utan superseded_by.")  # fmt: skip


def rule_references(view: View) -> Iterator[Problem]:
    """What rules name: contacts, entries, and the text that is shown."""
    contacts, services = ids(view.content.contacts), ids(view.content.services)
    swedish = view.content.messages.get("sv", {})
    for name in RULE_FILES:
        file = f"rules/{name}.yaml"
        for rule in getattr(view.content.rules, name):
            yield from _unknown(file, f"{rule.id}.contacts", rule.contacts, contacts)
            yield from _unknown(file, f"{rule.id}.services", rule.services, services)
            yield from _unknown(file, f"{rule.id}.never", rule.never, services)
            yield from _rule_text(file, rule.id, rule.message, swedish)


def premise_references(view: View) -> Iterator[Problem]:
    """Contacts, entries and documents that a premise names but nobody wrote."""
    contacts, services = ids(view.content.contacts), ids(view.content.services)
    sources = ids(view.content.sources)
    for file, premise in zip(view.premise_files(), view.content.premises, strict=True):
        yield from _unknown(file, "contacts", premise.contacts, contacts)
        yield from _unknown(file, "services", premise.services, services)
        for item in premise.evidence:
            yield from _unknown(file, f"evidence.{item.id}.document", [item.document], sources)


def _rule_text(
    file: str, rule: str, message: str | None, swedish: dict[str, str]
) -> Iterator[Problem]:
    field = f"{rule}.message"
    if message is None:
        yield fault("rule-text", file, field, "Regeln har ingen text.",
                    "Ange message, nyckeln till texten.")  # fmt: skip
    elif message not in swedish:
        yield fault("rule-text", file, field, f"Texten {message!r} finns inte.",
                    "Skriv den i messages/sv.yaml.")  # fmt: skip


def _unknown(file: str, field: str, used: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for name in used:
        if name not in known:
            yield fault("reference", file, field, f"{name!r} finns inte.",
                        "Rätta id:t eller lägg till posten.")  # fmt: skip
