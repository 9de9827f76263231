"""Checks that need the whole folder: references, duplicates, evidence, phrasings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from guide.model.knowledge import Content
from guide.model.service import Service
from guide.model.terms import NeedsTest
from ingest.anchors import DocumentShelf
from ingest.load import Loaded
from ingest.message_checks import message_problems
from ingest.problems import Problem, Severity

SWEDISH_PHRASES = 10
ENGLISH_PHRASES = 5
REQUIRED_SUPPORT = ("status", "who_it_is_for")


def check(loaded: Loaded, documents: Path | None = None) -> tuple[Problem, ...]:
    """Every problem of the folder, those of loading first.

    `documents` is the folder of the city's documents; without it anchors are not looked up.
    """
    found = list(loaded.problems)
    shelf = DocumentShelf(loaded.content.sources, documents)
    for rule in _FOLDER_CHECKS:
        found.extend(rule(loaded.content))
    for service in loaded.content.services:
        file = loaded.files[service.id]
        for entry_rule in _ENTRY_CHECKS:
            found.extend(entry_rule(service, loaded.content, file))
        found.extend(shelf.problems(service, file))
    return tuple(found)


def _unique_ids(content: Content) -> Iterator[Problem]:
    for file, ids in (
        ("services, topics, elsewhere", [service.id for service in content.services]),
        ("contacts.yaml", [contact.id for contact in content.contacts]),
        ("sources.yaml", [source.id for source in content.sources]),
    ):
        for name, count in Counter(ids).items():
            if count > 1:
                yield _fault(file, "id", f"{name!r} finns {count} gånger.", "Ge dem olika id.")


def _contact_sources(content: Content) -> Iterator[Problem]:
    known = {source.id for source in content.sources}
    for contact in content.contacts:
        if contact.source not in known:
            yield _fault(
                "contacts.yaml", f"{contact.id}.source", f"Källan {contact.source!r} finns inte.",
                "Lägg den i sources.yaml.",
            )  # fmt: skip


def _rule_references(content: Content) -> Iterator[Problem]:
    contacts, services = _ids(content.contacts), _ids(content.services)
    swedish = content.messages.get("sv", {})
    for name in ("crisis", "decisions", "scope", "maintenance"):
        for rule in getattr(content.rules, name):
            file = f"rules/{name}.yaml"
            yield from _unknown(file, f"{rule.id}.contacts", rule.contacts, contacts)
            shown = (*rule.services, *rule.never)
            yield from _unknown(file, f"{rule.id}.services", shown, services)
            if rule.message is None:
                yield _fault(file, f"{rule.id}.message", "Regeln har ingen text.",
                             "Ange message, nyckeln till texten.")  # fmt: skip
            elif rule.message not in swedish:
                yield _fault(file, f"{rule.id}.message", f"Texten {rule.message!r} finns inte.",
                             "Skriv den i messages/sv.yaml.")  # fmt: skip
    for premise in content.premises:
        file = f"premises/{premise.id}.yaml"
        yield from _unknown(file, "contacts", premise.contacts, contacts)
        yield from _unknown(file, "services", premise.services, services)
        documents = [item.document for item in premise.evidence]
        yield from _unknown(file, "evidence", documents, _ids(content.sources))


def _references(service: Service, content: Content, file: str) -> Iterator[Problem]:
    services = _ids(content.services)
    yield from _unknown(file, "contacts", service.contacts, _ids(content.contacts))
    for field in ("alternatives", "combines_with", "replaced_by"):
        yield from _unknown(file, field, getattr(service, field), services)
    yield from _unknown(file, "groups", service.groups, _ids(content.groups))
    yield from _unknown(file, "life_areas", service.life_areas, _ids(content.life_areas))
    documents = [item.document for item in service.evidence]
    yield from _unknown(file, "evidence.document", documents, _ids(content.sources))


def _support(service: Service, _: Content, file: str) -> Iterator[Problem]:
    wanted = list(REQUIRED_SUPPORT)
    if service.needs_test in (NeedsTest.NONE, NeedsTest.REQUIRED, NeedsTest.PARTLY):
        wanted.append("needs_test")
    wanted += [f for f in ("ages", "cost", "waiting_time", "place") if getattr(service, f)]
    for field in wanted:
        if not service.evidence_for(field):
            yield _fault(file, field, "Ingen källa stöder fältet.",
                         f"Lägg till {field} under supports i evidence.")  # fmt: skip


def _phrases(service: Service, _: Content, file: str) -> Iterator[Problem]:
    if not service.status.offered:
        return
    for language, count in (("sv", SWEDISH_PHRASES), ("en", ENGLISH_PHRASES)):
        have = len(getattr(service.phrases, language))
        if have != count:
            yield _fault(
                file, f"phrases.{language}", f"Posten har {have} vardagsfraser, inte {count}.",
                "Alla poster ska ha lika många, annars blir rangordningen skev.",
            )  # fmt: skip


def _english(service: Service, _: Content, file: str) -> Iterator[Problem]:
    for language in ("en", "easy"):
        if getattr(service.summary, language) is None:
            yield _fault(file, f"summary.{language}", "Sammanfattningen saknas.",
                         "Skriv den.", Severity.WARNING)  # fmt: skip


def _ids(items: Iterable[object]) -> set[str]:
    return {str(getattr(item, "id")) for item in items}  # noqa: B009


def _unknown(file: str, field: str, used: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for name in used:
        if name not in known:
            yield _fault(file, field, f"{name!r} finns inte.", "Rätta id:t eller lägg till posten.")


def _fault(
    file: str, field: str, message: str, remedy: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(file=file, field=field, message=message, remedy=remedy, severity=severity)


_FOLDER_CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    _unique_ids,
    _contact_sources,
    _rule_references,
    message_problems,
)
_ENTRY_CHECKS: tuple[Callable[[Service, Content, str], Iterator[Problem]], ...] = (
    _references,
    _support,
    _phrases,
    _english,
)
