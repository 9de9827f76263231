"""How long each step of a search takes, by wrapping the ports that it goes through."""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.ports import Embedder, LexicalIndex, LexicalIndexer, Scored, Vectors, VectorStore

STEPS = ("embed", "dense", "lexical")


class Stopwatch:
    """Durations by step, one value a question."""

    def __init__(self) -> None:
        self._taken: dict[str, list[float]] = defaultdict(list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self._taken[name].append(1000 * (time.perf_counter() - start))

    @contextmanager
    def search(self) -> Iterator[None]:
        """A whole search; what its steps do not account for is fusing."""
        start, before = time.perf_counter(), self._sum()
        yield
        whole = 1000 * (time.perf_counter() - start)
        self._taken["fuse"].append(whole - (self._sum() - before))

    def summary(self) -> dict[str, dict[str, float]]:
        """`{step: {"median", "p95"}}` in milliseconds."""
        return {
            name: {
                "median": round(float(np.median(taken)), 2),
                "p95": round(float(np.quantile(taken, 0.95)), 2),
            }
            for name, taken in self._taken.items()
        }

    def _sum(self) -> float:
        return sum(sum(self._taken[step]) for step in STEPS)


class TimedEmbedder:
    """An embedder whose questions are timed."""

    def __init__(self, embedder: Embedder, stopwatch: Stopwatch) -> None:
        self._embedder = embedder
        self._stopwatch = stopwatch

    @property
    def fingerprint(self) -> str:
        return self._embedder.fingerprint

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_passages(texts)

    def embed_query(self, text: str) -> Vectors:
        with self._stopwatch.step("embed"):
            return self._embedder.embed_query(text)


class TimedStore:
    """A store whose searches are timed."""

    def __init__(self, store: VectorStore, stopwatch: Stopwatch) -> None:
        self._store = store
        self._stopwatch = stopwatch

    def digests(self) -> frozenset[str]:
        return self._store.digests()

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        self._store.add(passages, vectors)

    def delete(self, digests: Sequence[str]) -> None:
        self._store.delete(digests)

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        with self._stopwatch.step("dense"):
            return self._store.search(vector, limit, audience, shelf)


class _TimedIndex:
    def __init__(self, index: LexicalIndex, stopwatch: Stopwatch) -> None:
        self._index = index
        self._stopwatch = stopwatch

    def scores(self, question: str) -> list[float]:
        with self._stopwatch.step("lexical"):
            return self._index.scores(question)


def timed_indexer(indexer: LexicalIndexer, stopwatch: Stopwatch) -> LexicalIndexer:
    """An indexer whose indexes are timed."""

    def make(texts: Sequence[str]) -> LexicalIndex:
        return _TimedIndex(indexer(texts), stopwatch)

    return make
