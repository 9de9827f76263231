"""What a question finds: services in order, their cards, notices, and documents to quote."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from guide.catalogue.browse import passes
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.sentences import sentences
from guide.composing.extractive import best_sentences
from guide.composing.needs import gathered
from guide.composing.notices import NoticeWriter
from guide.composing.quotable import Quotable
from guide.composing.quoting import DocumentQuoter
from guide.grounding.verify import Drafted, Verifier
from guide.model.answer import Card, Notice, Why
from guide.model.question import Filters, Question
from guide.model.rules import Person
from guide.model.terms import Audience, Form, Language
from guide.retrieval.documents import DocumentSearch
from guide.retrieval.passages import Hit
from guide.retrieval.relevance import fits_better
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.services import Ranked, Request, ServiceRanker
from guide.rules.findings import Findings
from guide.rules.text import is_empty_of_words

CLEAR_WORDS = 4
TO_A_PERSON = ("kontaktcenter", "mottagningsenheten")
"""Entries that come first where somebody asks for help and tells nothing more."""
Clock = Callable[[], dt.datetime]


class Found(NamedTuple):
    """What is known once the services are ranked, and the language that all of it is told in."""

    findings: Findings
    ranked: list[Ranked]
    cards: tuple[Card, ...]
    notices: tuple[Notice, ...]
    quotes: tuple[Drafted, ...]
    quotes_lead: bool
    language: Language
    wordless: bool


class Finder:
    """Finds in one published state. Every method raises as `Guide.answer`."""

    def __init__(
        self,
        catalogue: Catalogue,
        ranker: ServiceRanker,
        search: ServiceSearch,
        documents: DocumentSearch,
        clock: Clock,
    ) -> None:
        self.catalogue = catalogue
        self.verifier = Verifier(s.name for s in catalogue.services.values())
        self._ranker = ranker
        self._search = search
        self._documents = documents
        self._quotable = Quotable(catalogue.contacts.values())
        self._clock = clock

    def find(self, question: Question, findings: Findings) -> Found:
        """Services, notices and quotes."""
        wordless = is_empty_of_words(findings.text)
        findings, ranked = self._ranked(question, findings)
        hits = self._documents_for(question, findings, ranked)
        quotes = self._quotes(question, findings, hits)
        now = self._clock()
        language = self._spoken(question.language or findings.language)
        easy = question.style == "easy"
        writer = NoticeWriter(self.catalogue, question.audience, language, now, easy)
        before = writer.before(findings)
        notices = [*before, *writer.after(findings, ranked)]
        if findings.asks_needs_test:
            notices += writer.needs_test_unknown(ranked)
        if wordless:
            notices += writer.clarify()
        elif not ranked and not quotes and not notices:
            notices.append(writer.no_sources(_is_brief(findings.text)))
        elif findings.vague and not before:
            notices += writer.clarify()
        elif ranked and _is_brief(findings.text) and not before and not ranked[0].named:
            notices += writer.clarify(ranked, findings.age)
        cards = tuple(self._card(r, question, findings, language, now) for r in ranked)
        lead = bool(hits) and not (
            ranked and (ranked[0].named or fits_better(ranked[0].hits, hits))
        )
        return Found(findings, ranked, cards, tuple(notices), quotes, lead, language, wordless)

    def needs(self, question: Question, found: Found) -> list[Ranked]:
        """The services that answer the parts of a question with several needs."""
        findings, ranked = found.findings, found.ranked
        ruled = findings.crisis or findings.instead or findings.vague
        if ruled or findings.form is not Form.HELP or any(one.named for one in ranked):
            return []
        request = _request(question, findings)
        return gathered(findings.text, ranked, lambda text: self._part(request, text))

    def passages(self, question: Question, findings: Findings, k: int) -> list[Hit]:
        """The k passages that fit best, of entries that pass the question's filters and, where
        nothing is filtered, of the city's documents."""
        services = self.catalogue.services
        hits = self._search.passages(findings.text, question.audience, findings.language)
        hits = [h for h in hits if passes(services[h.passage.service_id], question.filters)]
        if question.filters == Filters():
            hits += self._documents.search(findings.text, question.audience)
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]

    def probe(self) -> None:
        """Searches once for each audience: a missing model or store shows at start, and the first
        question does not wait for what is made once."""
        for audience in Audience:
            self._ranker.rank(Request("hjälp", audience, Filters(), Language.SV))

    def _part(self, request: Request, text: str) -> list[Ranked]:
        return self._ranker.rank(request._replace(text=text, anyhow=True))

    def _spoken(self, language: Language) -> Language:
        """The question's language where fixed forms have it, else Swedish."""
        return language if language in self.catalogue.knowledge.content.messages else Language.SV

    def _ranked(self, question: Question, findings: Findings) -> tuple[Findings, list[Ranked]]:
        """The services, and what was found as they leave it: where a question is only like the
        subjects of others and one of their entries fits best, that entry tells who answers."""
        if _is_routed(findings):
            return findings, []
        ranked = self._ranker.rank(_request(question, findings))
        if not findings.scope_by_likeness:
            return findings, ranked
        if ranked and ranked[0].service.id in self.catalogue.elsewhere:
            return findings.model_copy(update={"scope": None}), ranked
        return findings, []

    def _documents_for(
        self, question: Question, findings: Findings, ranked: list[Ranked]
    ) -> list[Hit]:
        """Nothing in a crisis, where the question goes elsewhere, and where filters ask for
        services of some kind."""
        routed = findings.scope is not None or _is_routed(findings)
        if findings.crisis or routed or question.filters != Filters():
            return []
        nearest = max((r.hits[0].dense for r in ranked if r.hits), default=None)
        return self._documents.fitting(findings.text, question.audience, findings.language, nearest)

    def _quotes(
        self, question: Question, findings: Findings, hits: list[Hit]
    ) -> tuple[Drafted, ...]:
        language = self._spoken(question.language or findings.language)
        quoter = DocumentQuoter(self.catalogue.messages, language)
        found = quoter.candidates(findings.text, hits)
        found = [one for one in found if self._quotable.admits(one, question.audience)]
        return tuple(quote for quote in found if not self.verifier.faults(quote))

    def _card(
        self,
        ranked: Ranked,
        question: Question,
        findings: Findings,
        language: Language,
        now: dt.datetime,
    ) -> Card:
        return self.catalogue.card(
            ranked.service,
            question.audience,
            now,
            _why(ranked, findings),
            language,
            question.style == "easy",
        )


def _is_routed(findings: Findings) -> bool:
    """Whether rules alone tell where the question goes."""
    by_pattern = findings.scope is not None and not findings.scope_by_likeness
    return by_pattern or findings.maintenance is not None or is_empty_of_words(findings.text)


def _is_brief(text: str) -> bool:
    """Too few words to tell one need from another."""
    return len(text.split()) < CLEAR_WORDS


def _request(question: Question, findings: Findings) -> Request:
    return Request(
        text=findings.text,
        audience=question.audience,
        filters=question.filters,
        language=findings.language,
        age=findings.age,
        first=findings.urgent or (TO_A_PERSON if findings.vague else ()),
        instead=findings.instead,
        never=findings.never,
        about=findings.about,
        child=findings.person is Person.CHILD,
    )


def _why(ranked: Ranked, findings: Findings) -> Why | None:
    """The best sentence of the passage that fitted best; in a crisis its first, which is always
    about the help itself."""
    if not ranked.hits:
        return None
    passage = ranked.hits[0].passage
    best = sentences(passage.text)
    if not findings.crisis:
        best = best_sentences(passage.text, findings.text, most=1) or best
    return Why(text=best[0], passage_id=passage.id)
