"""Which passages of a document stand, nearly word for word, in another one too."""

from collections.abc import Sequence

import regex

from ingest.documents.cut import Cutting

RUN = 5
_WORD = regex.compile(r"[\p{L}\p{M}\d]+")


def repeated(
    cuttings: Sequence[Cutting], earlier: Sequence[Cutting], share: float = 0.9
) -> tuple[Cutting, ...]:
    """The cuttings of which at least `share` of the runs of five words stand in `earlier`.

    Case, punctuation and where passages were cut do not count. A passage of fewer than five words
    is one run.
    """
    known = _runs(_words("\n".join(cutting.text for cutting in earlier)), every=True)
    return tuple(cutting for cutting in cuttings if contained(cutting.text, known) >= share)


def contained(text: str, known: frozenset[tuple[str, ...]]) -> float:
    """The share of the text's runs of words that are known, 0 for a text without words."""
    runs = _runs(_words(text))
    return len(runs & known) / len(runs) if runs else 0.0


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: Sequence[str], every: bool = False) -> frozenset[tuple[str, ...]]:
    """All runs of RUN words; with `every` also the shorter ones, of which short passages are."""
    lengths = range(1, RUN + 1) if every else [min(RUN, len(words))]
    return frozenset(
        tuple(words[start : start + length])
        for length in lengths
        if length
        for start in range(len(words) - length + 1)
    )
