"""Retrieval over any corpus, through the real splitter, store, embedder and fusion."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from evals.data_files import Document, Query
from evals.metrics import interval, mean, scores
from guide.model.passage import Passage
from guide.model.terms import Audience
from guide.ports import Embedder, LexicalIndexer, TextSplitter, VectorStore
from guide.retrieval.passages import Hit, PassageSearch
from ingest.split import with_digests

BATCH = 64
NOT_FOUND = float("-inf")
LEGS: dict[str, Callable[[Hit], float]] = {
    "dense": lambda hit: hit.dense,
    "lexical": lambda hit: hit.lexical or NOT_FOUND,
    "fused": lambda hit: hit.score,
}
Progress = Callable[[str, int, int], None]


class RetrievalEval:
    """Indexes a corpus in a scratch store and ranks it for each query, leg by leg."""

    def __init__(
        self,
        embedder: Embedder,
        store: VectorStore,
        indexer: LexicalIndexer,
        split: TextSplitter,
        progress: Progress,
    ) -> None:
        self._embedder = embedder
        self._store = store
        self._indexer = indexer
        self._split = split
        self._progress = progress

    def run(self, corpus: Sequence[Document], queries: Sequence[Query]) -> dict[str, Any]:
        """`{"n", "legs": {leg: {metric: mean}}, "intervals": {leg: {metric: [low, high]}}}`."""
        search = self._index(corpus)
        per_leg: dict[str, list[dict[str, float]]] = {leg: [] for leg in LEGS}
        for done, query in enumerate(queries, 1):
            hits = search.search(query.text, Audience.RESIDENT)
            for leg, score in LEGS.items():
                per_leg[leg].append(scores(ranking(hits, score), query.relevant))
            self._progress("queries", done, len(queries))
        return {
            "n": len(queries),
            "documents": len(corpus),
            "legs": {leg: mean(found) for leg, found in per_leg.items()},
            "intervals": {
                leg: {name: interval([q[name] for q in found]) for name in found[0]}
                for leg, found in per_leg.items()
            },
        }

    def _index(self, corpus: Sequence[Document]) -> PassageSearch:
        parts = [passage for document in corpus for passage in self._passages(document)]
        passages = list(with_digests(parts, self._embedder.fingerprint))
        for start in range(0, len(passages), BATCH):
            batch = passages[start : start + BATCH]
            self._store.add(batch, self._embedder.embed_passages([p.search_text for p in batch]))
            self._progress("passages", start + len(batch), len(passages))
        return PassageSearch(passages, self._embedder, self._store, self._indexer)

    def _passages(self, document: Document) -> Iterator[Passage]:
        for number, text in enumerate(self._split(document.text), 1):
            title = document.title or ""
            yield Passage.model_construct(
                id=f"{document.id}:text-{number}",
                service_id=document.id,
                title=title,
                text=text,
                search_text=f"{title}. {text}" if title else text,
            )


def ranking(hits: Sequence[Hit], score: Callable[[Hit], float]) -> list[str]:
    """Documents by their best passage; those that the leg did not find are left out."""
    best: dict[str, float] = {}
    for hit in hits:
        value = score(hit)
        if value > best.get(hit.passage.service_id, NOT_FOUND):
            best[hit.passage.service_id] = value
    return sorted(best, key=lambda name: (-best[name], name))
