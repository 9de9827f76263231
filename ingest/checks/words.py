"""Words of a text and how much two texts share."""

import regex

_WORD = regex.compile(r"\w+")


def words(text: str) -> frozenset[str]:
    """The different words, case aside."""
    return frozenset(_WORD.findall(text.casefold()))


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared words over all words, from 0 to 1."""
    return len(first & second) / len(first | second) if first or second else 0.0
