"""Entries become passages: what can be searched, and what can be cited."""

import hashlib
from collections.abc import Iterable, Iterator

from guide.catalogue import slugs
from guide.catalogue.evidence import EvidenceBook
from guide.catalogue.facts import FactTeller
from guide.catalogue.messages import Messages
from guide.catalogue.missing import missing_facets
from guide.model.contact import Contact
from guide.model.knowledge import Content
from guide.model.passage import Passage
from guide.model.service import Section, Service
from guide.model.terms import Audience, Facet, Language, Role

PHRASES_IN_FRONT = 10
"""Equal for every entry: uneven numbers were measured to wreck the ranking."""

_SLUGS = {
    Role.ABOUT: "om",
    Role.HOW: "hur",
    Role.DOCUMENTATION: "dokumentation",
    Role.NOTE: "bra-att-veta",
    Role.FIGURES: "siffror",
    Role.CHANGED: "andrat",
}


class Splitter:
    """Makes the passages of all entries of a knowledge folder."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._contacts = {contact.id: contact for contact in content.contacts}
        self._messages = Messages(content.messages, self._contacts)
        self._facts = FactTeller(self._messages)
        self._evidence = EvidenceBook(content.sources)
        self._languages = tuple(lang for lang in Language if lang in content.messages)

    def passages(self) -> Iterator[Passage]:
        """Passages of every entry, without digests; ids are unique and stable."""
        for service in self._content.services:
            yield from self._summaries(service)
            yield from self._sections(service)
            for language in self._languages:
                yield from self._needs_test_passage(service, language)
                yield self._fact_passage(service, language)
                yield from self._contact_passages(service, language)

    def _summaries(self, service: Service) -> Iterator[Passage]:
        evidence = self._evidence.for_field(service, "summary", "who_it_is_for")
        variants = (
            (slugs.EASY, Language.SV, service.summary.easy, None),
            *(
                (
                    slugs.summary(language),
                    language,
                    service.summary.text(language),
                    _in_front(service, language),
                )
                for language in Language
            ),
        )
        for slug, language, text, front in variants:
            if text is not None:
                yield Passage(
                    id=f"{service.id}:{slug}",
                    service_id=service.id,
                    title=service.name,
                    text=text,
                    language=language,
                    audience=service.audience,
                    evidence=evidence,
                    search_text="" if front is None else f"{front} {text}",
                )

    def _sections(self, service: Service) -> Iterator[Passage]:
        counts: dict[Role, int] = {}
        for section in service.sections:
            counts[section.role] = counts.get(section.role, 0) + 1
            yield Passage(
                id=f"{service.id}:{_SLUGS[section.role]}-{counts[section.role]}",
                service_id=service.id,
                title=section.title,
                text=section.text,
                role=section.role,
                audience=_narrower(service.audience, section.audience),
                evidence=self._evidence.lines(service, section.evidence),
                search_text=_with_context(service, section),
            )

    def _needs_test_passage(self, service: Service, language: Language) -> Iterator[Passage]:
        """Apart from the other facts, so that its citation shows the lines it rests on."""
        told = self._facts.needs_test(service, language)
        if told is None:
            return
        note = service.needs_test_note if language is Language.SV else ""
        yield Passage(
            id=f"{service.id}:{slugs.needs_test(language)}",
            service_id=service.id,
            title=self._messages.get("fakta.needs_test_title", language, name=service.name),
            text="\n".join(line for line in (told, note) if line),
            language=language,
            audience=service.audience,
            evidence=self._evidence.for_field(service, "needs_test", "status"),
        )

    def _fact_passage(self, service: Service, language: Language) -> Passage:
        supporting = (item.id for item in service.evidence if item.supports)
        return Passage(
            id=f"{service.id}:{slugs.facts(language)}",
            service_id=service.id,
            title=self._messages.get("fakta.title", language, name=service.name),
            text="\n".join(self._fact_lines(service, language)),
            language=language,
            audience=service.audience,
            evidence=self._evidence.lines(service, supporting),
        )

    def _fact_lines(self, service: Service, language: Language) -> Iterator[str]:
        contacts = [self._contacts[name] for name in service.contacts]
        teller = self._facts
        lines: list[str | None] = [teller.existence(service, language)]
        if language is Language.SV:
            lines.append(service.who_it_is_for)
        lines.append(teller.initiated_by(service, language))
        lines += [teller.facet(service, facet, language) for facet in Facet]
        for audience in Audience:
            seen = [contact for contact in contacts if audience.sees(contact.audience)]
            missing = missing_facets(service, seen)
            lines += [teller.absence(service, facet, language) for facet in missing]
            lines.append(teller.absences(service, seen, language))
        yield from dict.fromkeys(line for line in lines if line)

    def _contact_passages(self, service: Service, language: Language) -> Iterator[Passage]:
        for number, name in enumerate(service.contacts, 1):
            contact = self._contacts[name]
            yield Passage(
                id=f"{service.id}:{slugs.contact(language, number)}",
                service_id=service.id,
                title=self._messages.get("fakta.contact_title", language, name=service.name),
                text="\n".join(self._contact_lines(service, contact, language)),
                language=language,
                audience=_narrower(service.audience, contact.audience),
                evidence=self._evidence.of_contact(contact),
            )

    def _contact_lines(
        self, service: Service, contact: Contact, language: Language
    ) -> Iterator[str]:
        told = (
            self._facts.contact(service, contact, language),
            self._facts.reach(contact, language),
        )
        yield from dict.fromkeys(told)
        if contact.note and language is Language.SV:
            yield contact.note
        yield self._facts.verified(contact, language)


def with_digests(passages: Iterable[Passage], fingerprint: str) -> Iterator[Passage]:
    """Names the vector of each searchable passage.

    The digest covers the embedder, the id, the audience and the embedded text, so that any change
    gives a new vector and an unchanged passage keeps its own.
    """
    for passage in passages:
        if not passage.search_text:
            yield passage
            continue
        parts = (fingerprint, passage.id, passage.audience, passage.search_text)
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
        yield passage.model_copy(update={"digest": digest})


def _in_front(service: Service, language: Language) -> str:
    phrases = service.phrases.of(language)[:PHRASES_IN_FRONT]
    return " ".join([*(f"{phrase}." for phrase in phrases), f"{service.name}:"])


def _with_context(service: Service, section: Section) -> str:
    return f"{service.name}: {section.title}. {section.text}"


def _narrower(first: Audience, second: Audience) -> Audience:
    return Audience.STAFF if Audience.STAFF in (first, second) else Audience.RESIDENT
