"""A reader whose word vectors say which word it is: enough to tell same words from others."""

from collections.abc import Sequence

import numpy as np
import regex

from guide.ports import Words
from tests.word_embedder import DIMENSION, WordEmbedder

_WORD = regex.compile(r"[\p{L}\p{N}]+")


class WordReader:
    """Each word has the vector that `WordEmbedder` gives it alone."""

    def read_words(self, texts: Sequence[str]) -> list[Words]:
        return [self._read(text) for text in texts]

    @staticmethod
    def _read(text: str) -> Words:
        words = tuple(_WORD.findall(text.casefold()))
        if not words:
            return Words((), np.empty((0, DIMENSION), np.float32))
        return Words(words, WordEmbedder().embed_passages(words))
