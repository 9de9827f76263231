"""Vectors of a text's words, made of the vectors of its tokens."""

from collections.abc import Sequence

import numpy as np
import regex

from guide.ports import Vectors, Words

_WORD = regex.compile(r"[\p{L}\p{N}]+(?:[.,:/'’\-–][\p{L}\p{N}]+)*")


def words_of(
    text: str, spans: Sequence[tuple[int, int]], vectors: Vectors, start: int = 0
) -> Words:
    """Words of the text from `start` on, each with the mean of the tokens that lie in it.

    `spans` are the tokens' places in the text, `vectors` their vectors, one for each. A word
    beyond the last token, where the text was cut, is left out.
    """
    found: list[str] = []
    means: list[Vectors] = []
    for word in _WORD.finditer(text, start):
        inside = [
            place for place, (first, end) in enumerate(spans)
            if first < word.end() and end > word.start() and end > first
        ]  # fmt: skip
        if inside:
            found.append(word[0])
            means.append(vectors[inside].mean(axis=0))
    if not found:
        return Words((), np.empty((0, vectors.shape[1]), np.float32))
    stacked = np.stack(means)
    unit = stacked / np.linalg.norm(stacked, axis=1, keepdims=True)
    return Words(tuple(found), unit.astype(np.float32))
