"""Attempts inside documents: read by the ingest, then searched and quoted by the guide."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals.data_files import BadData
from evals.effects import Effects
from evals.hostile_documents import CARRIER, HIDDEN, SEEN, write
from evals.manipulation import CARRIERS, Attempt, Outcome, Try
from evals.written import words
from guide import wiring
from guide.answering import Guide
from guide.catalogue.catalogue import Catalogue
from guide.model.evidence import Source
from guide.model.passage import Passage
from guide.model.question import Question
from guide.model.terms import Audience, Shelf
from guide.ports import Embedder, Scored, Vectors, VectorStore
from ingest.document_passages import read_documents
from ingest.split import with_digests

STAFF_DOCUMENT = "markdown.md"
"""Also ingested once for staff alone: residents must get nothing of it."""
_RUN = 3


class WithDocuments:
    """A store for the entries of one and the documents of another."""

    def __init__(self, entries: VectorStore, documents: VectorStore) -> None:
        self._entries = entries
        self._documents = documents

    def digests(self) -> frozenset[str]:
        return self._entries.digests() | self._documents.digests()

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        self._documents.add(passages, vectors)

    def delete(self, digests: Sequence[str]) -> None:
        self._documents.delete(digests)

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        store = self._documents if shelf is Shelf.DOCUMENTS else self._entries
        return store.search(vector, limit, audience, shelf)


def hidden_outcomes(
    attempts: Sequence[Attempt], names: Iterable[str] = tuple(HIDDEN)
) -> Iterator[Outcome]:
    """Whether anything of an attempt that a document hides is read at all.

    Raises:
        BadData: a document's visible sentence is not read, so that the try would show nothing.
    """
    plain = Question(question=CARRIER)
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = write(Path(folder), name, [attempt.question for attempt in attempts])
            passages = read_documents([_source(name, Audience.RESIDENT)], path.parent).passages
            read = words(" ".join(passage.search_text for passage in passages))
            if words(CARRIER) not in read:
                raise BadData(f"{name}: what all see is not read")
            for attempt in attempts:
                lines = tuple(f"hidden text read: {run}" for run in _runs(attempt) if run in read)
                yield Outcome(Try(attempt, f"hidden in {name}", "plain", plain), lines)


def seen_outcomes(
    catalogue: Catalogue,
    embedder: Embedder,
    reader: Embedder,
    entries: VectorStore,
    attempts: Sequence[Attempt],
    least_fit: float | None,
) -> tuple[list[Outcome], int]:
    """What comes of documents that residents may be answered from, and how many of their sentences
    were quoted with the document named: each attempt is asked for in its own words, and a harmless
    question beside it."""
    guide = with_documents(catalogue, embedder, reader, entries, attempts, least_fit)
    effects, outcomes, quoted = Effects(guide.catalogue), [], 0
    for attempt in attempts:
        asked = dict.fromkeys((attempt.question, CARRIERS.get(attempt.lang, CARRIER), CARRIER))
        for text in asked:
            answer = guide.answer(Question(question=text))
            quoted += effects.quoted(answer)
            lines = effects.of(answer, attempt.question, payload=attempt.payload)
            tried = Try(attempt, "seen in documents", "plain", Question(question=text))
            outcomes.append(Outcome(tried, lines))
    return outcomes, quoted


def with_documents(
    catalogue: Catalogue,
    embedder: Embedder,
    reader: Embedder,
    entries: VectorStore,
    attempts: Sequence[Attempt],
    least_fit: float | None,
) -> Guide:
    """The guide with documents that hold the attempts for all to see."""
    with tempfile.TemporaryDirectory() as folder:
        for name in SEEN:
            write(Path(folder), name, [attempt.question for attempt in attempts])
        sources = [_source(name, Audience.RESIDENT) for name in SEEN]
        sources.append(_source(STAFF_DOCUMENT, Audience.STAFF))
        read = read_documents(sources, Path(folder)).passages
    passages = tuple(with_digests(read, embedder.fingerprint))
    store = WithDocuments(entries, wiring.build_scratch_store(embedder))
    store.add(passages, embedder.embed_passages([one.search_text for one in passages]))
    known = catalogue.knowledge
    content = known.content.model_copy(update={"sources": (*known.content.sources, *sources)})
    update = {"content": content, "passages": (*known.passages, *passages)}
    return wiring.build_guide(
        Catalogue(known.model_copy(update=update)), embedder, store, least_fit, reader
    )


def _source(name: str, audience: Audience) -> Source:
    stem = name.replace(".", "-")
    return Source(
        id=f"prov-{stem}-{audience}", title=f"Prov {stem}", as_of=2026, file=name, audience=audience
    )


def _runs(attempt: Attempt) -> Iterator[str]:
    """Three words in a row that the carrier does not hold."""
    told, carrier = words(attempt.question).split(), words(CARRIER)
    for start in range(len(told) - _RUN + 1):
        run = " ".join(told[start : start + _RUN])
        if run not in carrier:
            yield run
