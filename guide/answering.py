"""One question, one direction: rules, retrieve, compose, verify, answer."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.catalogue.browse import passes
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.sentences import sentences
from guide.composing.answer_status import answer_status
from guide.composing.citations import Citations
from guide.composing.extractive import ExtractiveComposer, best_sentences
from guide.composing.follow_ups import follow_ups
from guide.composing.notices import NoticeWriter
from guide.composing.quotable import Quotable
from guide.composing.quoting import DocumentQuoter, unsaid
from guide.composing.writing import By, Composer, Extractive, Task
from guide.grounding.verify import Drafted, Verifier
from guide.model.answer import Answer, Card, Notice, Sentence, Sources, Why
from guide.model.question import Filters, Question
from guide.model.terms import Audience, Language
from guide.retrieval.documents import DocumentSearch
from guide.retrieval.passages import Hit
from guide.retrieval.relevance import fits_better
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.services import Ranked, Request, ServiceRanker
from guide.rules.findings import Findings
from guide.rules.inspector import Inspector
from guide.rules.text import is_empty_of_words

CLEAR_WORDS = 4
BRIEFLY = 2
"""Sentences of an entry that fits less well than the documents quoted before it."""
Event = Sources | Sentence | Answer
Clock = Callable[[], dt.datetime]


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class _Found(NamedTuple):
    """What is known once the services are ranked."""

    findings: Findings
    ranked: list[Ranked]
    cards: tuple[Card, ...]
    notices: tuple[Notice, ...]
    quotes: tuple[Drafted, ...]
    quotes_lead: bool
    language: Language
    wordless: bool


class Guide:
    """Answers questions from one published state of the knowledge."""

    def __init__(
        self,
        catalogue: Catalogue,
        inspector: Inspector,
        ranker: ServiceRanker,
        search: ServiceSearch,
        documents: DocumentSearch,
        clock: Clock = _utc_now,
        composer: Composer | None = None,
    ) -> None:
        self.catalogue = catalogue
        self._inspector = inspector
        self._ranker = ranker
        self._search = search
        self._documents = documents
        self._verifier = Verifier(s.name for s in catalogue.services.values())
        self._quotable = Quotable(catalogue.contacts.values())
        self._clock = clock
        self._composer = composer or Extractive()

    def answer(self, question: Question) -> Answer:
        """The whole answer.

        Raises:
            StoreUnavailable: the vector store cannot be reached.
            ModelMissing: the embedding model cannot be loaded.
        """
        *_, last = self.stream(question)
        assert isinstance(last, Answer)
        return last

    def stream(self, question: Question) -> Iterator[Event]:
        """`Sources`, then each verified sentence, then the whole `Answer`. Raises as `answer`."""
        findings = self._inspector.inspect(question)
        found = self._find(question, findings)
        yield Sources(services=found.cards, notices=found.notices)
        told, citations = [], Citations()
        drafts = self._drafts(question, found)
        task = Task(question, found.findings, found.ranked, found.language, drafts)
        writing = self._composer.write(task)
        for draft in writing:
            sentence = Sentence(text=draft.shown, cites=(citations.number(draft),))
            told.append(sentence)
            yield sentence
        yield self._finished(found, told, citations, writing.report.by)

    def retrieve(self, question: Question, k: int) -> list[Hit]:
        """The k passages that fit best, of entries that pass the question's filters and, where
        nothing is filtered, of the city's documents."""
        findings = self._inspector.inspect(question)
        services = self.catalogue.services
        hits = self._search.passages(findings.text, question.audience, findings.language)
        hits = [h for h in hits if passes(services[h.passage.service_id], question.filters)]
        if question.filters == Filters():
            hits += self._documents.search(findings.text, question.audience)
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]

    def probe(self) -> None:
        """Searches once for each audience: a missing model or store shows at start, and the first
        question does not wait for what is made once. Raises as `answer`."""
        for audience in Audience:
            self._ranker.rank(Request("hjälp", audience, Filters(), Language.SV))

    def _find(self, question: Question, findings: Findings) -> _Found:
        wordless = is_empty_of_words(findings.text)
        findings, ranked = self._ranked(question, findings)
        hits = self._documents_for(question, findings, ranked)
        quotes = self._quotes(question, findings, hits)
        now = self._clock()
        language = question.language or findings.language
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
        elif ranked and _is_brief(findings.text) and not before and not ranked[0].named:
            notices += writer.clarify(ranked, findings.age)
        cards = tuple(self._card(r, question, findings, language, now) for r in ranked)
        lead = bool(hits) and not (
            ranked and (ranked[0].named or fits_better(ranked[0].hits, hits))
        )
        return _Found(findings, ranked, cards, tuple(notices), quotes, lead, language, wordless)

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
        quoter = DocumentQuoter(self.catalogue.messages, question.language or findings.language)
        found = quoter.candidates(findings.text, hits)
        found = [one for one in found if self._quotable.admits(one, question.audience)]
        return tuple(quote for quote in found if not self._verifier.faults(quote))

    def _drafts(self, question: Question, found: _Found) -> list[Drafted]:
        composer = ExtractiveComposer(self.catalogue, question.audience, found.language)
        drafts = composer.compose(found.findings, found.ranked, question.style == "easy")
        drafts = [draft for draft in drafts if not self._verifier.faults(draft)]
        if found.quotes and found.quotes_lead:
            quotes = unsaid(found.findings.text, found.quotes, [])
            return [*quotes, *drafts[:BRIEFLY]]
        return [*drafts, *unsaid(found.findings.text, found.quotes, drafts)]

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

    def _finished(self, found: _Found, told: list[Sentence], cited: Citations, by: By) -> Answer:
        return Answer(
            status=answer_status(found.notices, bool(found.ranked), bool(told), found.wordless),
            language=found.language if found.language is Language.EN else Language.SV,
            sentences=tuple(told),
            citations=cited.all(),
            services=found.cards,
            notices=found.notices,
            follow_ups=follow_ups(self.catalogue, found.findings, found.ranked, found.language),
            knowledge_version=self.catalogue.version,
            composer=by,
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
        first=findings.urgent,
        instead=findings.instead,
        never=findings.never,
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
