"""Retrieval over any corpus, through the real splitter, store, embedder and fusion."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from evals.data_files import Document, Query
from evals.legs import LEGS, ranking
from evals.metrics import interval, mean, scores
from guide.model.passage import Passage
from guide.model.terms import Audience
from guide.ports import Embedder, LexicalIndexer, TextSplitter, VectorStore
from guide.retrieval.passages import PassageSearch
from ingest.split import with_digests

BATCH = 64
Progress = Callable[[str, int, int], None]


class Indexed(NamedTuple):
    """A corpus that can be searched, and the passages it was split into."""

    search: PassageSearch
    passages: tuple[Passage, ...]


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
        search = self.index(corpus).search
        per_leg: dict[str, list[dict[str, float]]] = {leg: [] for leg in LEGS}
        for done, query in enumerate(queries, 1):
            hits = search.search(query.text, Audience.RESIDENT)
            for name, leg in LEGS.items():
                per_leg[name].append(scores(ranking(hits, leg), query.relevant))
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

    def index(self, corpus: Sequence[Document]) -> Indexed:
        """Splits, embeds and stores the corpus."""
        parts = [passage for document in corpus for passage in self._passages(document)]
        passages = tuple(with_digests(parts, self._embedder.fingerprint))
        for start in range(0, len(passages), BATCH):
            batch = passages[start : start + BATCH]
            self._store.add(batch, self._embedder.embed_passages([p.search_text for p in batch]))
            self._progress("passages", start + len(batch), len(passages))
        search = PassageSearch(passages, self._embedder, self._store, self._indexer)
        return Indexed(search, passages)

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
