"""Several needs in one question: which of the services found answers which part of it."""

from collections.abc import Callable, Sequence

import regex

from guide.composing.words import word_beginnings
from guide.retrieval.services import Ranked

MOST = 3
"""Needs that one answer gathers; more would be a list again."""
Rank = Callable[[str], Sequence[Ranked]]

_BREAK = regex.compile(
    r"[.;:!?\n,،؛]+|\b(?:och|samt|men|dessutom|plus|också|and|but|also|plus|і|та|але|а також|iyo|"
    r"laakiin)\b",
    regex.I,
)
_ASKING = regex.compile(
    r"^(?:(?:jag |vi )?(?:vill|skulle|undrar)|vem|var|vart|vad|hur|när|vilk\w+|varför|kan|finns|"
    r"får|ska|måste|i want|i would|who|where|what|how|when|which|why|can|is|are|do|does|"
    r"хто|де|куди|що|як|коли|чи)\b",
    regex.I,
)
"""A part that begins so asks for help; it tells of no need."""


def parts(question: str) -> list[str]:
    """The clauses of a question that tell of something, in order."""
    return [part for part in clauses(question) if word_beginnings(part) and not asks(part)]


def clauses(text: str) -> list[str]:
    """What stands between punctuation and words that join, in order."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def asks(clause: str) -> bool:
    """Whether a clause begins as one that asks for help."""
    return _ASKING.search(clause) is not None


def gathered(question: str, ranked: Sequence[Ranked], rank: Rank) -> list[Ranked]:
    """Of the services found, the best for each part of the question, at most three, in the order
    in which they were ranked; empty where all parts have one need.

    Two services answer one need where they share a life area.
    """
    told = parts(question)
    if len(told) < 2:
        return []
    found = {r.service.id: r for r in ranked if r.service.status.offered}
    chosen: dict[str, Ranked] = {}
    for clause in told:
        best = next((r.service.id for r in rank(clause)), "")
        if best in found and not any(_alike(found[best], other) for other in chosen.values()):
            chosen[best] = found[best]
    if len(chosen) < 2:
        return []
    return [r for r in ranked if r.service.id in chosen][:MOST]


def _alike(first: Ranked, second: Ranked) -> bool:
    return bool({*first.service.life_areas} & {*second.service.life_areas})
