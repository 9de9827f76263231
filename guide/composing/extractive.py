"""The extractive composer: sentences of the knowledge base, nothing else, in the form asked for."""

from collections.abc import Iterable, Iterator, Sequence

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.sentences import sentences
from guide.composing.figures import figures, shared
from guide.composing.quoting import says_anew
from guide.composing.teller import EntryTeller
from guide.composing.words import word_beginnings
from guide.grounding.verify import Drafted
from guide.model.rules import Person
from guide.model.service import Service
from guide.model.terms import Audience, Facet, Form, Language, Role
from guide.retrieval.services import CLOSE, Ranked
from guide.rules.findings import Findings

RECORDS_TOPIC = "dokumentation-och-sekretess"
PLAN_TOPIC = "sip"
INTERPRETER_TOPIC = "tolk"
COMPARED = 3
ANSWERS = 3
"""Beginnings of words in common from which a sentence counts as the answer itself."""
LOOKED_AT = 3
"""First services among whose sections a figure is sought."""

_TELLS_MORE: tuple[Role, ...] = (Role.NOTE, Role.FIGURES, Role.CHANGED)


class ExtractiveComposer:
    """Residents who tell of a need get what to do first, why it fits, whether an assessment comes
    first, whom to contact, what no source says and other ways; who names an entry gets what it is
    first. A figure, a comparison and whether something still exists have forms of their own."""

    def __init__(self, catalogue: Catalogue, audience: Audience, language: Language) -> None:
        self._catalogue = catalogue
        self._to_staff = audience is Audience.STAFF
        self._tell = EntryTeller(catalogue, audience, language)
        self._in_swedish = language is Language.SV
        self._needs_interpreter = language not in (Language.SV, Language.EN)

    def compose(
        self,
        findings: Findings,
        ranked: Sequence[Ranked],
        easy: bool = False,
        needs: Sequence[Ranked] = (),
    ) -> list[Drafted]:
        """Sentences in order, each verbatim in its passage; empty when nothing is ranked.

        `needs` are the services that answer the parts of a question with several needs.
        """
        if not ranked:
            return []
        named = [found for found in ranked if found.named]
        if findings.form is Form.COMPARISON and len(named) > 1:
            return _unique(self._compared(named[:COMPARED]))
        if findings.form is Form.EXISTENCE and named:
            return _unique(self._existing(named[0], easy))
        if needs and not findings.crisis:
            return _unique(self._gathered(needs, easy))
        if findings.facets and named and not findings.crisis:
            return _unique(self._fact(findings, ranked[0], easy))
        drafts = list(self._helping(findings, ranked[0], easy))
        if findings.person is not Person.CHILD or self._to_staff:
            drafts += self._other_ways(findings, ranked, easy)
        if self._needs_interpreter and INTERPRETER_TOPIC in self._catalogue.services:
            drafts += self._tell.summary(self._catalogue.services[INTERPRETER_TOPIC])
        return _unique(drafts)

    def figure(
        self, findings: Findings, ranked: Sequence[Ranked], quotes: Sequence[Drafted]
    ) -> list[Drafted]:
        """The sentences that answer a question for a figure, of entries or of what documents say
        (`quotes`); empty where no figure is asked for or none is known."""
        if findings.form is not Form.FIGURE:
            return []
        roles = (Role.FIGURES, Role.NOTE, Role.ABOUT, Role.CHANGED)
        looked_at = [found.service for found in ranked if found.named] or [
            found.service for found in ranked[:LOOKED_AT]
        ]
        passages = [p for service in looked_at for p in self._tell.sections(service, *roles)]
        return figures(findings.text, passages, quotes)

    def _compared(self, named: Sequence[Ranked]) -> Iterator[Drafted]:
        for found in named:
            service = found.service
            yield from self._tell.summary(service)
            yield from self._tell.status(service)
            if service.status.offered:
                yield from self._tell.needs_test(service)
            if self._to_staff:
                yield from self._tell.started_by(service)

    def _existing(self, found: Ranked, easy: bool) -> Iterator[Drafted]:
        service, tell = found.service, self._tell
        yield from tell.existence(service)
        yield from tell.summary(service, easy)
        if not service.status.offered:
            yield from self._more(found, "")
        how = tell.how(service)
        yield from how
        yield from tell.contact(service, how)

    def _direct(self, first: Ranked, findings: Findings) -> Iterator[Drafted]:
        """Sentences of sections that share so many words with the question that they answer it."""
        if findings.crisis:
            return
        for draft in self._more(first, findings.text):
            if shared(findings.text, draft) >= ANSWERS:
                yield draft

    def _fact(self, findings: Findings, first: Ranked, easy: bool) -> Iterator[Drafted]:
        """What was asked of an entry that was named, then in brief what it is and whom to ask."""
        service, tell = first.service, self._tell
        if not service.status.offered:
            yield from tell.status(service)
        yield from tell.asked(service, findings.facets)
        yield from self._more(first, findings.text)
        if Facet.DOCUMENTATION in findings.facets:
            yield from self._records(service)
        yield from tell.summary(service, easy)[:1]
        if service.status.offered:
            yield from tell.needs_test(service)
            yield from tell.status(service)
        yield from tell.contact(service)

    def _gathered(self, needs: Sequence[Ranked], easy: bool) -> Iterator[Drafted]:
        """One first step, then each need's help in brief, then the plan that holds it together."""
        tell = self._tell
        yield from tell.how(needs[0].service)[:1]
        for found in needs:
            told = tell.summary(found.service, easy)[:1]
            yield from told
            yield from tell.needs_test(found.service)
            yield from tell.contact(found.service, told)
        plan = self._catalogue.services.get(PLAN_TOPIC)
        if plan is not None and len({found.service.provider for found in needs}) > 1:
            yield from tell.summary(plan, easy)[:1]

    def _helping(self, findings: Findings, first: Ranked, easy: bool) -> Iterator[Drafted]:
        service, tell = first.service, self._tell
        child = findings.person is Person.CHILD and not self._to_staff
        by_need = not (first.named or findings.crisis or easy or self._to_staff)
        how = tell.how(service, findings.text)
        summary = tell.summary(service, easy)
        if findings.crisis or child:
            summary = summary[:1]
        if not service.status.offered:
            yield from tell.status(service)
        elif by_need:
            yield from how or tell.contact(service)
        else:
            yield from self._direct(first, findings)
        yield from summary
        yield from self._conditions(findings, first)
        if Facet.DOCUMENTATION in findings.facets:
            yield from self._records(service)
        yield from how
        yield from tell.contact(service, how)
        spared = easy or child or findings.facets or findings.crisis or self._to_staff
        if service.status.offered and not spared:
            yield from tell.absences(service)

    def _conditions(self, findings: Findings, first: Ranked) -> Iterator[Drafted]:
        """Whether an assessment comes first, from when the facts are, and what was asked."""
        service, tell = first.service, self._tell
        if service.status.offered:
            yield from tell.needs_test(service)
            if not findings.crisis:
                yield from tell.status(service)
        yield from tell.asked(service, findings.facets)
        yield from self._more(first, findings.text)

    def _more(self, first: Ranked, question: str) -> Iterator[Drafted]:
        """The sentences that matched best, when a section tells more than the summary."""
        told = (*_TELLS_MORE, Role.ABOUT) if self._to_staff else _TELLS_MORE
        hits = first.hits[:1]
        if self._to_staff:
            hits = tuple(hit for hit in first.hits if hit.passage.role in told)[:2]
        for hit in hits:
            if hit.passage.role in told and self._tell.speaks(hit.passage):
                best = best_sentences(hit.passage.text, question)
                yield from (Drafted(text, text, hit.passage) for text in best)

    def _records(self, service: Service) -> Iterator[Drafted]:
        """What holds for records in general, where the entry itself does not say it."""
        topic = self._catalogue.services.get(RECORDS_TOPIC)
        told = self._in_swedish and self._tell.sections(service, Role.DOCUMENTATION)
        if topic is not None and topic.id != service.id and not told:
            yield from self._tell.summary(topic)

    def _other_ways(
        self, findings: Findings, ranked: Sequence[Ranked], easy: bool
    ) -> Iterator[Drafted]:
        """A second way, and for a need that nobody named a third, where they fit about as well; in
        danger those alone that rules put first."""
        first = ranked[0]
        for other in ranked[1 : 2 + (not first.named)]:
            near = first.score - other.score <= CLOSE or other.named
            near = near or other.service.id in findings.instead
            if findings.crisis:
                near = other.service.id in findings.urgent
            if other.service.status.offered and near:
                yield from self._tell.summary(other.service, easy)[:1]
                yield from self._tell.needs_test(other.service)


def best_sentences(text: str, question: str, most: int = 2) -> list[str]:
    """The sentences that share most word beginnings with the question, in the text's order."""
    wanted = word_beginnings(question)
    parts = sentences(text)
    ranked = sorted(parts, key=lambda part: -len(word_beginnings(part) & wanted))[:most]
    return [part for part in parts if part in ranked]


def _unique(drafts: Iterable[Drafted]) -> list[Drafted]:
    """Each sentence once, and none of a section that only repeats what was told."""
    told: dict[str, Drafted] = {}
    for draft in drafts:
        told_of = draft.passage.role in (*_TELLS_MORE, Role.ABOUT)
        if not told_of or says_anew(draft, told.values()):
            told.setdefault(draft.text, draft)
    return list(told.values())
