"""BM25 over stemmed Swedish words.

No stop list: the ready Swedish ones drop "utan", "inte", "efter" and "med", the very words that
carry whether an assessment is needed.
"""

from collections.abc import Sequence

import numpy as np
import regex

_WORD = regex.compile(r"[\p{L}\p{N}]+")


class Bm25Index:
    """Scores of one question over all indexed texts (BM25, Lucene's variant, k1 1.5, b 0.75)."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s
        import Stemmer

        self._stem = Stemmer.Stemmer("swedish")
        tokens = [self._tokens(text) for text in texts]
        self._vocabulary = {token for words in tokens for token in words}
        self._size = len(texts)
        self._index = bm25s.BM25()
        if self._vocabulary:
            self._index.index(tokens, show_progress=False)

    def scores(self, question: str) -> list[float]:
        """One score per text in the order given; 0 where no word matches."""
        words = [word for word in self._tokens(question) if word in self._vocabulary]
        if not words:
            return [0.0] * self._size
        return [float(score) for score in np.asarray(self._index.get_scores(words))]

    def _tokens(self, text: str) -> list[str]:
        words: list[str] = self._stem.stemWords(_WORD.findall(text.casefold()))
        return words
