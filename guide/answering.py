"""One question, one direction: rules, retrieve, compose, verify, answer."""

import datetime as dt
from collections.abc import Iterator

from guide.catalogue.catalogue import Catalogue
from guide.composing.answer_status import answer_status
from guide.composing.citations import Citations
from guide.composing.extractive import ExtractiveComposer
from guide.composing.follow_ups import follow_ups
from guide.composing.quoting import unsaid
from guide.composing.writing import By, Composer, Extractive, Task
from guide.finding import Clock, Finder, Found
from guide.grounding.verify import Drafted
from guide.model.answer import Answer, Sentence, Sources
from guide.model.question import Question
from guide.model.situation import Situation, SituationAnswer
from guide.model.terms import Audience, Language
from guide.retrieval.documents import DocumentSearch
from guide.retrieval.passages import Hit
from guide.retrieval.service_search import ServiceSearch
from guide.retrieval.services import ServiceRanker
from guide.rules.inspector import Inspector
from guide.situations.search import SituationSearch

BRIEFLY = 2
"""Sentences of an entry that fits less well than the documents quoted before it."""
Event = Sources | Sentence | Answer


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


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
        self._finder = Finder(catalogue, ranker, search, documents, clock)
        self._situations = SituationSearch(catalogue, inspector, ranker, clock)
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
        found = self._finder.find(question, findings)
        yield Sources(services=found.cards, notices=found.notices)
        told, citations = [], Citations()
        writing = self._composer.write(self._task(question, found))
        for draft in writing:
            sentence = Sentence(text=draft.shown, cites=(citations.number(draft),))
            told.append(sentence)
            yield sentence
        yield self._finished(found, tuple(told), citations, writing.report.by)

    def situation(self, situation: Situation) -> SituationAnswer:
        """What fits a situation that staff describe. See `SituationSearch.search`."""
        return self._situations.search(situation)

    def retrieve(self, question: Question, k: int) -> list[Hit]:
        """The k passages that fit best. See `Finder.passages`."""
        return self._finder.passages(question, self._inspector.inspect(question), k)

    def probe(self) -> None:
        """A missing model or store shows at start. See `Finder.probe`."""
        self._finder.probe()

    def _task(self, question: Question, found: Found) -> Task:
        drafts = self._drafts(question, found)
        return Task(question, found.findings, found.ranked, found.language, drafts)

    def _drafts(self, question: Question, found: Found) -> list[Drafted]:
        """To residents a figure stands alone; staff also read what documents say beside it."""
        composer = ExtractiveComposer(self.catalogue, question.audience, found.language)
        drafts = self._held(composer.figure(found.findings, found.ranked, found.quotes))
        if drafts and question.audience is Audience.RESIDENT:
            return drafts
        if not drafts:
            easy, needs = question.style == "easy", self._finder.needs(question, found)
            drafts = self._held(composer.compose(found.findings, found.ranked, easy, needs))
        if found.language not in (Language.SV, Language.EN):
            return drafts
        if found.quotes and found.quotes_lead:
            quotes = unsaid(found.findings.text, found.quotes, [])
            return [*quotes, *drafts[:BRIEFLY]]
        return [*drafts, *unsaid(found.findings.text, found.quotes, drafts)]

    def _held(self, drafts: list[Drafted]) -> list[Drafted]:
        return [draft for draft in drafts if not self._finder.verifier.faults(draft)]

    def _finished(
        self, found: Found, told: tuple[Sentence, ...], citations: Citations, by: By
    ) -> Answer:
        return Answer(
            status=answer_status(found.notices, bool(found.ranked), bool(told), found.wordless),
            language=found.language,
            sentences=told,
            citations=citations.all(),
            services=found.cards,
            notices=found.notices,
            follow_ups=follow_ups(self.catalogue, found.findings, found.ranked, found.language),
            knowledge_version=self.catalogue.version,
            composer=by,
        )
