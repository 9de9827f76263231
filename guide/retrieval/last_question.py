"""The vector of a question is made once, though both shelves are searched with it."""

import threading
from collections.abc import Sequence

from guide.ports import Embedder, Vectors


class LastQuestion:
    """An embedder that keeps the vector of each thread's last question, not its text."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._last = threading.local()

    @property
    def fingerprint(self) -> str:
        return self._embedder.fingerprint

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_passages(texts)

    def embed_query(self, text: str) -> Vectors:
        key = hash(text)
        if getattr(self._last, "key", None) != key:
            self._last.vector = self._embedder.embed_query(text)
            self._last.key = key
        vector: Vectors = self._last.vector
        return vector
