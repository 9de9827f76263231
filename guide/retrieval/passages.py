"""Search over passages: a dense leg, a lexical leg, one fused ranking."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from guide.model.passage import Passage
from guide.model.terms import Audience, Language, Shelf
from guide.ports import Embedder, LexicalIndexer, VectorStore
from guide.retrieval.fusion import Scores, fuse

POOL = 200
"""Candidates that the dense leg brings; the best word matches join them."""
LEXICAL_POOL = 50


class Hit(NamedTuple):
    """A passage with its fused score and the score of each leg (cosine; BM25)."""

    passage: Passage
    score: float
    dense: float
    lexical: float


class PassageSearch:
    """Searches one shelf of a fixed list of passages whose vectors are in a store."""

    def __init__(
        self,
        passages: Sequence[Passage],
        embedder: Embedder,
        store: VectorStore,
        indexer: LexicalIndexer,
        shelf: Shelf = Shelf.ENTRIES,
    ) -> None:
        self._passages = [p for p in passages if p.digest and p.shelf is shelf]
        self._audiences = {p.audience for p in self._passages}
        self._shelf = shelf
        self._place = {passage.digest: i for i, passage in enumerate(self._passages)}
        self._embedder = embedder
        self._store = store
        self._lexical = indexer([passage.search_text for passage in self._passages])

    def holds_something_for(self, audience: Audience) -> bool:
        """Whether a search could find anything at all; costs nothing."""
        return any(audience.sees(target) for target in self._audiences)

    def search(
        self, question: str, audience: Audience, language: Language = Language.SV
    ) -> list[Hit]:
        """All candidates that the audience may see, best first.

        Passages in Swedish, in English and in the question's language: words that two other
        languages happen to share say nothing.

        Raises:
            StoreUnavailable: the store cannot be reached.
            ModelMissing: the embedding model cannot be loaded.
        """
        lexical = np.array(self._lexical.scores(question))
        dense = self._dense(question, audience)
        pool = self._pool(dense, lexical, audience, language)
        if not pool:
            return []
        floor = min(dense.values(), default=0.0)
        cosines = np.array([dense.get(i, floor) for i in pool])
        words = lexical[pool]
        scores = fuse(cosines, words)
        hits = [
            Hit(self._passages[i], float(scores[n]), float(cosines[n]), float(words[n]))
            for n, i in enumerate(pool)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _dense(self, question: str, audience: Audience) -> dict[int, float]:
        vector = self._embedder.embed_query(question)
        limit = min(POOL, len(self._passages))
        if limit == 0:
            return {}
        found = self._store.search(vector, limit, audience, self._shelf)
        return {self._place[i]: score for i, score in found if i in self._place}

    def _pool(
        self, dense: dict[int, float], lexical: Scores, audience: Audience, language: Language
    ) -> list[int]:
        best = [int(i) for i in np.argsort(-lexical)[:LEXICAL_POOL] if lexical[i] > 0]
        read = {Language.SV, Language.EN, language}
        pool = ((i, self._passages[i]) for i in dict.fromkeys([*dense, *best]))
        return [i for i, p in pool if audience.sees(p.audience) and p.language in read]
