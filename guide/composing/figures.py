"""The sentence that answers a question for a figure, and nothing else."""

from collections.abc import Iterable, Sequence

import regex

from guide.catalogue.sentences import sentences
from guide.composing.words import word_beginnings
from guide.grounding.verify import Drafted
from guide.model.passage import Passage

MOST = 2
SHARED = 2
"""Beginnings of words that a sentence with a figure must share with the question."""

_FIGURE = regex.compile(r"(?<![\p{L}\d])\d")
_YEAR = regex.compile(r"\b(?:19|20)\d\d\b")


def figures(question: str, passages: Iterable[Passage], quotes: Sequence[Drafted]) -> list[Drafted]:
    """At most two sentences that hold a figure and share most words with the question, from the
    passage or document that holds the best one; empty where none shares enough."""
    drafts = [
        Drafted(text, text, passage) for passage in passages for text in sentences(passage.text)
    ]
    found = [(shared(question, one), one) for one in (*drafts, *quotes) if _holds_figure(one)]
    best = max((score for score, _ in found), default=0)
    if best < SHARED:
        return []
    source = next(one.passage.id for score, one in found if score == best)
    near = [one for score, one in found if one.passage.id == source and score >= best - 1]
    return near[:MOST]


def shared(question: str, draft: Drafted) -> int:
    """Beginnings of words that a sentence, with its heading, has in common with the question."""
    said = word_beginnings(draft.text) | word_beginnings(draft.passage.title)
    return len(word_beginnings(question) & said)


def _holds_figure(draft: Drafted) -> bool:
    return _FIGURE.search(_YEAR.sub("", draft.text)) is not None
