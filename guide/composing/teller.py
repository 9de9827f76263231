"""What can be told of one entry, in one language to one audience: sentences as they stand."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from guide.catalogue import slugs
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.missing import missing_facets
from guide.catalogue.sentences import sentences
from guide.composing.words import word_beginnings
from guide.grounding.verify import Drafted
from guide.model.passage import Passage
from guide.model.service import Service
from guide.model.terms import Audience, Facet, Kind, Language, NeedsTest, Role

SUMMARY_SENTENCES = 2
EASY_SENTENCES = 4
HOW_SENTENCES = 2
_UNTOLD = regex.compile(
    r"(?=.*prövning).*\b(?:framgår|säger|anger|nämner) inte\b", regex.IGNORECASE
)
"""What the fixed form of an unknown needs-test says already."""


class EntryTeller:
    """Every method gives drafts that hold in a passage that the audience may see."""

    def __init__(self, catalogue: Catalogue, audience: Audience, language: Language) -> None:
        self._catalogue = catalogue
        self._audience = audience
        self._language = language
        self._to_staff = audience is Audience.STAFF

    def summary(self, service: Service, easy: bool = False) -> list[Drafted]:
        """What it is; nothing where the entry has no text in the language."""
        in_swedish = self._language is Language.SV
        wanted = [slugs.EASY] if easy and in_swedish else []
        wanted.append(slugs.summary(self._language))
        for passage in self._passages(service, wanted):
            most = EASY_SENTENCES if easy else SUMMARY_SENTENCES
            return list(drafts_of(passage))[:most]
        return []

    def needs_test(self, service: Service) -> list[Drafted]:
        """Whether an assessment comes first, in the fixed form; staff also get the source's."""
        told = self._catalogue.facts.needs_test(service, self._language)
        for passage in self._passages(service, [slugs.needs_test(self._language)]):
            fixed, *noted = drafts_of(passage)
            if not self._to_staff:
                return picked(passage, told)
            if service.needs_test is NeedsTest.UNKNOWN:
                noted = [draft for draft in noted if not _UNTOLD.search(draft.text)]
            return [fixed, *noted]
        return []

    def status(self, service: Service) -> list[Drafted]:
        """The warning for what is not current."""
        return self._fact(service, self._catalogue.facts.status(service, self._language))

    def existence(self, service: Service) -> list[Drafted]:
        """Whether it exists, with the source's year."""
        return self._fact(service, self._catalogue.facts.existence(service, self._language))

    def asked(self, service: Service, facets: Iterable[Facet]) -> Iterator[Drafted]:
        """The value or the absence of every facet that the question asks about."""
        teller = self._catalogue.facts
        missing = missing_facets(service, self._catalogue.contacts_of(service, self._audience))
        for facet in sorted(facets):
            told = self.sections(service, Role.DOCUMENTATION)
            if facet is Facet.DOCUMENTATION and told:
                yield from all_of(told)
                continue
            known = teller.facet(service, facet, self._language)
            if known is None and facet in missing:
                known = teller.absence(service, facet, self._language)
            yield from self._fact(service, known)

    def how(self, service: Service, question: str = "") -> list[Drafted]:
        """How to begin, from the section that shares most words with the question; staff get what
        is written for them, else who starts it."""
        told = self.sections(service, Role.HOW)
        if self._to_staff:
            told = [p for p in told if p.audience is Audience.STAFF]
            return [*self.started_by(service), *all_of(told)][:HOW_SENTENCES]
        asked = word_beginnings(question)
        told.sort(key=lambda p: -len(asked & word_beginnings(f"{p.title} {p.text}")))
        return list(all_of(told))[:HOW_SENTENCES]

    def started_by(self, service: Service) -> list[Drafted]:
        """Who takes the first contact, or that no source says it; not told of mere subjects."""
        if service.kind in (Kind.TOPIC, Kind.LEGAL_TOPIC):
            return []
        return self._fact(service, self._catalogue.facts.initiated_by(service, self._language))

    def contact(self, service: Service, told: Sequence[Drafted] = ()) -> list[Drafted]:
        """The first contact; its number alone where `told` has already named it."""
        facts = self._catalogue.facts
        said = " ".join(draft.text for draft in told)
        for contact in self._catalogue.contacts_of(service, self._audience)[:1]:
            sentence = facts.contact(service, contact, self._language)
            subject = service.kind in (Kind.TOPIC, Kind.LEGAL_TOPIC)
            if contact.label in said or subject or not service.status.offered:
                sentence = facts.reach(contact, self._language)
            number = service.contacts.index(contact.id) + 1
            for passage in self._passages(service, [slugs.contact(self._language, number)]):
                return picked(passage, sentence)
        return []

    def absences(self, service: Service) -> list[Drafted]:
        """All that no source says of it, in one sentence."""
        contacts = self._catalogue.contacts_of(service, self._audience)[:1]
        told = self._catalogue.facts.absences(service, contacts, self._language)
        return self._fact(service, told)

    def sections(self, service: Service, *roles: Role) -> list[Passage]:
        """Sections of these roles in the language: most are written in Swedish alone."""
        own = self._catalogue.passages_of(service.id, self._audience)
        return [p for p in own if p.role in roles and self.speaks(p)]

    def speaks(self, passage: Passage) -> bool:
        return passage.language is self._language and self._audience.sees(passage.audience)

    def _fact(self, service: Service, sentence: str | None) -> list[Drafted]:
        for passage in self._passages(service, [slugs.facts(self._language)]):
            return picked(passage, sentence)
        return []

    def _passages(self, service: Service, names: Iterable[str]) -> Iterator[Passage]:
        """The entry's passages of these names that the audience may see, in that order."""
        found = (self._catalogue.passages.get(f"{service.id}:{name}") for name in names)
        yield from (p for p in found if p is not None and self._audience.sees(p.audience))


def picked(passage: Passage, sentence: str | None) -> list[Drafted]:
    return [] if sentence is None else [Drafted(sentence, sentence, passage)]


def drafts_of(passage: Passage) -> Iterator[Drafted]:
    for sentence in sentences(passage.text):
        yield Drafted(sentence, sentence, passage)


def all_of(passages: Iterable[Passage]) -> Iterator[Drafted]:
    for passage in passages:
        yield from drafts_of(passage)
