"""An embedder whose vectors say which words a text holds: enough to search small texts by."""

import zlib
from collections.abc import Sequence

import numpy as np
import regex

from guide.ports import Vectors

DIMENSION = 512
_WORD = regex.compile(r"[\p{L}\p{N}]+")


class WordEmbedder:
    """Each word adds one to a place that its letters choose; vectors have unit length."""

    fingerprint = "words-512"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        vector = np.full(DIMENSION, 1e-3, np.float32)
        for word in _WORD.findall(text.casefold()):
            vector[zlib.crc32(word.encode()) % DIMENSION] += 1
        unit: Vectors = vector / np.linalg.norm(vector)
        return unit
