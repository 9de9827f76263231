"""The extractive composer: the best sentences of the knowledge base, nothing else."""

from collections.abc import Iterable, Iterator, Sequence

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.missing import missing_facets
from guide.catalogue.sentences import sentences
from guide.composing.words import word_beginnings
from guide.grounding.verify import Drafted
from guide.model.contact import Contact
from guide.model.passage import Passage
from guide.model.service import Service
from guide.model.terms import Audience, Facet, Kind, Language, Role, ServiceStatus
from guide.retrieval.services import CLOSE, Ranked
from guide.rules.findings import Findings

SUMMARY_SENTENCES = 2
HOW_SENTENCES = 2
RECORDS_TOPIC = "dokumentation-och-sekretess"

_TELLS_MORE: tuple[Role, ...] = (Role.NOTE, Role.FIGURES, Role.CHANGED)


class ExtractiveComposer:
    """Opens with what helps, says whether an assessment comes first, then what was asked, how to
    begin, whom to contact and what no source says."""

    def __init__(self, catalogue: Catalogue, audience: Audience, language: Language) -> None:
        self._catalogue = catalogue
        self._audience = audience
        self._to_staff = audience is Audience.STAFF
        self._language = language if language is Language.EN else Language.SV

    def compose(
        self, findings: Findings, ranked: Sequence[Ranked], easy: bool = False
    ) -> list[Drafted]:
        """Sentences in order, each verbatim in its passage; empty when nothing is ranked."""
        if not ranked:
            return []
        first = ranked[0]
        drafts = list(self._about_first(findings, first, easy))
        if Facet.DOCUMENTATION in findings.facets:
            drafts += self._records(first.service)
        drafts += self._how_and_whom(first.service, findings, easy)
        for other in ranked[1:2]:
            near = first.score - other.score <= CLOSE or other.named
            near = near or other.service.id in findings.instead
            if other.service.status.offered and near:
                drafts += self._briefly(other.service, easy)
        return _unique(drafts)

    def _about_first(self, findings: Findings, first: Ranked, easy: bool) -> Iterator[Drafted]:
        service = first.service
        facts = self._facts(service)
        if not service.status.offered:
            yield from self._picked(facts, self._catalogue.facts.status(service, self._language))
        told = list(self._summary(service, easy))
        yield from told[:1] if findings.crisis else told
        if service.status.offered:
            yield from self._needs_test(service)
        if service.status is ServiceStatus.UNCERTAIN and not findings.crisis:
            yield from self._picked(facts, self._catalogue.facts.status(service, self._language))
        yield from self._asked(service, findings.facets, facts)
        yield from self._best_section(first, findings)

    def _asked(
        self, service: Service, facets: Iterable[Facet], facts: Passage
    ) -> Iterator[Drafted]:
        """The value or the absence of every facet that the question asks about."""
        teller = self._catalogue.facts
        missing = missing_facets(service, self._catalogue.contacts_of(service, self._audience))
        for facet in sorted(facets):
            told = self._sections(service, Role.DOCUMENTATION)
            if facet is Facet.DOCUMENTATION and told:
                yield from _all(told)
                continue
            known = teller.facet(service, facet, self._language)
            if known is not None:
                yield from self._picked(facts, known)
            elif facet in missing:
                yield from self._picked(facts, teller.absence(service, facet, self._language))

    def _records(self, service: Service) -> Iterator[Drafted]:
        """What holds for records in general, where the entry itself does not say it."""
        topic = self._catalogue.services.get(RECORDS_TOPIC)
        told = self._language is Language.SV and self._sections(service, Role.DOCUMENTATION)
        if topic is not None and topic.id != service.id and not told:
            yield from self._summary(topic, easy=False)

    def _best_section(self, first: Ranked, findings: Findings) -> Iterator[Drafted]:
        """The sentences that matched best, when a section tells more than the summary."""
        candidates = first.hits[:1]
        told = _TELLS_MORE
        if self._to_staff:
            told = (*_TELLS_MORE, Role.ABOUT)
            candidates = tuple(h for h in first.hits if h.passage.role in told)[:2]
        for hit in candidates:
            if hit.passage.role not in told or not self._speaks(hit.passage):
                continue
            best = best_sentences(hit.passage.text, findings.text)
            yield from (Drafted(text, text, hit.passage) for text in best)

    def _how_and_whom(self, service: Service, findings: Findings, easy: bool) -> Iterator[Drafted]:
        how = self._how(service)[:HOW_SENTENCES]
        yield from how
        contacts = self._catalogue.contacts_of(service, self._audience)
        yield from self._whom(service, contacts[:1], " ".join(draft.text for draft in how))
        absences = self._catalogue.facts.absences(service, contacts, self._language)
        spared = easy or findings.facets or findings.crisis or self._to_staff
        if service.status.offered and not spared:
            yield from self._picked(self._facts(service), absences)

    def _how(self, service: Service) -> list[Drafted]:
        """How to begin; staff get what is written for them, else who starts it."""
        sections = self._sections(service, Role.HOW)
        if self._to_staff:
            sections = [p for p in sections if p.audience is Audience.STAFF]
            started = None
            if service.kind not in (Kind.TOPIC, Kind.LEGAL_TOPIC):
                started = self._catalogue.facts.initiated_by(service, self._language)
            return [*self._picked(self._facts(service), started), *_all(sections)]
        return list(_all(sections))

    def _whom(self, service: Service, contacts: Iterable[Contact], told: str) -> Iterator[Drafted]:
        """The first contact; its number alone where the text has already named it."""
        teller = self._catalogue.facts
        for contact in contacts:
            sentence = teller.contact(service, contact, self._language)
            if contact.label in told or service.kind in (Kind.TOPIC, Kind.LEGAL_TOPIC):
                sentence = teller.reach(contact, self._language)
            number = service.contacts.index(contact.id) + 1
            for passage in self._own(service, f"kontakt-{number}", f"contact-{number}"):
                yield from self._picked(passage, sentence)

    def _briefly(self, service: Service, easy: bool) -> Iterator[Drafted]:
        yield from list(self._summary(service, easy))[:1]
        yield from self._needs_test(service)

    def _summary(self, service: Service, easy: bool) -> Iterator[Drafted]:
        slugs = ["lattlast"] if easy else []
        slugs += ["sammanfattning", "summary"]
        for passage in self._own(service, *slugs)[:1]:
            yield from list(_all([passage]))[: SUMMARY_SENTENCES + 2 * easy]

    def _needs_test(self, service: Service) -> Iterator[Drafted]:
        told = self._catalogue.facts.needs_test(service, self._language)
        for passage in self._own(service, "fakta-behovsprovning", "facts-needs-test"):
            yield from _all([passage]) if self._to_staff else self._picked(passage, told)

    def _facts(self, service: Service) -> Passage:
        slug = "facts" if self._language is Language.EN else "fakta"
        return self._catalogue.passages[f"{service.id}:{slug}"]

    def _own(self, service: Service, *slugs: str) -> list[Passage]:
        """The entry's passages with these slugs, in that order, in the answer's language."""
        found = (self._catalogue.passages.get(f"{service.id}:{slug}") for slug in slugs)
        return [p for p in found if p is not None and self._speaks(p)]

    def _sections(self, service: Service, role: Role) -> list[Passage]:
        own = self._catalogue.passages_of(service.id, self._audience)
        return [p for p in own if p.role is role and self._speaks(p)]

    def _speaks(self, passage: Passage) -> bool:
        return passage.language is self._language and self._audience.sees(passage.audience)

    @staticmethod
    def _picked(passage: Passage, sentence: str | None) -> Iterator[Drafted]:
        if sentence is not None:
            yield Drafted(sentence, sentence, passage)


def best_sentences(text: str, question: str, most: int = 2) -> list[str]:
    """The sentences that share most word beginnings with the question, in the text's order."""
    wanted = word_beginnings(question)
    parts = sentences(text)
    ranked = sorted(parts, key=lambda part: -len(word_beginnings(part) & wanted))[:most]
    return [part for part in parts if part in ranked]


def _all(passages: Iterable[Passage]) -> Iterator[Drafted]:
    for passage in passages:
        for sentence in sentences(passage.text):
            yield Drafted(sentence, sentence, passage)


def _unique(drafts: Iterable[Drafted]) -> list[Drafted]:
    return list({draft.text: draft for draft in drafts}.values())
