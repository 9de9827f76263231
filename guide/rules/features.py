"""What of a message is compared with examples: its meaning, and the pieces of its words.

The encoder's vector tells what a message is about in any language. Pieces of three to five
letters tell what it blurs: words that weigh much, misspellings, languages it knows badly. They
are hashed into a fixed number of places with a sign (Weinberger et al. 2009).
"""

import math
import zlib
from collections import Counter
from collections.abc import Iterator

import numpy as np

from guide.ports import Vectors
from guide.rules.text import normalise

PLACES = 2048
PIECES = (3, 4, 5)
"""Letters of a piece; a word is taken with a blank on both sides."""
SHARE = 0.7
"""Length of the part made of pieces; the vector has length 1."""


def features(text: str, vector: Vectors) -> Vectors:
    """The message's unit vector, then its pieces; shape (dimension + PLACES,), float32."""
    places = np.zeros(PLACES, np.float32)
    for piece, count in Counter(_pieces(normalise(text))).items():
        place = zlib.crc32(piece.encode())
        sign = 1 if place >> 31 else -1
        places[place % PLACES] += sign * (1 + math.log(count))
    length = float(np.linalg.norm(places))
    return np.concatenate([vector, places * (SHARE / length if length else 0.0)], dtype=np.float32)


def _pieces(text: str) -> Iterator[str]:
    for word in text.split():
        whole = f" {word} "
        for letters in PIECES:
            yield from (whole[i : i + letters] for i in range(len(whole) - letters + 1))
