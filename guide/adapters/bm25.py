"""BM25 over stemmed Swedish words, and over pieces of words where a text is a whole entry.

No stop list: the ready Swedish ones drop "utan", "inte", "efter" and "med", the very words that
carry whether an assessment is needed.

Pieces of five letters reach into compounds ("bostadslös", "hyresskuld"), over slips of the pen,
and into languages without a stemmer. They help where all texts of an entry are read as
one (`python -m evals ablation`); single passages are matched by words alone.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

import numpy as np
import regex

PIECE = 5
_WORD = regex.compile(r"[\p{L}\p{N}]+")
Cut = Callable[[str], tuple[str, ...]]


class Bm25Index:
    """Scores of one question over all indexed texts (BM25, Lucene's variant, k1 1.5, b 0.75)."""

    def __init__(self, texts: Sequence[str], pieces: bool = False) -> None:
        import bm25s
        import Stemmer

        self._stem = Stemmer.Stemmer("swedish")
        self._with_pieces = pieces
        cut = cache(_pieces)  # Texts share most words; kept no longer than building takes.
        tokens = [self._tokens(text, cut) for text in texts]
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

    def _tokens(self, text: str, cut: Cut | None = None) -> list[str]:
        written: list[str] = _WORD.findall(text.casefold())
        words: list[str] = self._stem.stemWords(written)
        if not self._with_pieces:
            return words
        return [*words, *chain.from_iterable(map(cut or _pieces, written))]


def _pieces(word: str) -> tuple[str, ...]:
    """Every run of five letters of a word, its edges marked: a shorter word is one piece."""
    marked = f" {word} "
    return tuple(marked[i : i + PIECE] for i in range(max(1, len(marked) - PIECE + 1)))
