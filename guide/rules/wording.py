"""A text's wording as numbers: its words, neighbouring pairs of words, and parts of words.

Each is hashed to a column (Weinberger et al. 2009), so no list of words has to be kept. An encoder
reads what a text means and may overlook a word; a score that is linear in these columns (Joachims
1998) sees words alone. The two err on different texts.
"""

import re
from collections import Counter
from collections.abc import Set
from itertools import pairwise
from zlib import crc32

from guide.rules.text import normalise

COLUMNS = 2**16
PARTS = (3, 4, 5)
"""Lengths of the parts, in characters; each end of a word counts as one."""
_WORD = re.compile(r"\w+")


def wording(text: str) -> dict[int, float]:
    """Values by column; the words with their pairs have length one together, and the parts have.
    Nothing, where the text has no words."""
    words = _WORD.findall(normalise(text))
    values: Counter[int] = Counter()
    for kind in ({*words, *map(" ".join, pairwise(words))}, _parts(words)):
        for one in kind:
            values[crc32(one.encode()) % COLUMNS] += len(kind) ** -0.5
    return dict(values)


def _parts(words: list[str]) -> Set[str]:
    """What is shorter than a part is one itself."""
    ended = {f" {word} " for word in words}
    return {
        one[start : start + length]
        for one in ended
        for length in PARTS
        for start in range(max(1, len(one) - length + 1))
    }
