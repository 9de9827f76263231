"""What a model may rest its sentences on: which passages, and which of their sentences."""

from collections.abc import Iterator

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.sentences import sentences
from guide.composing.words import word_beginnings
from guide.composing.writing import Task
from guide.grounding.verify import Drafted
from guide.model.passage import Passage
from guide.model.terms import Language, Shelf

SERVICES = 3
"""First services whose passages are given."""
SHARED = 0.3
"""Least share of a sentence's word beginnings in the sentence of the passage that is taken for its
quote where the model gives none."""


def supporting(catalogue: Catalogue, task: Task, language: Language) -> Iterator[Passage]:
    """Those of the extractive sentences first, then the first services' best and further ones.

    All in the answer's language, or a document's, and open to who asks.
    """
    audience = task.question.audience
    seen: set[str] = set()
    for passage in _candidates(catalogue, task):
        speaks = passage.language is language or passage.id in {
            draft.passage.id for draft in task.drafts
        }
        if passage.id not in seen and speaks and audience.sees(passage.audience):
            seen.add(passage.id)
            yield passage


def _candidates(catalogue: Catalogue, task: Task) -> Iterator[Passage]:
    yield from (_open(draft) for draft in task.drafts)
    for ranked in task.ranked[:SERVICES]:
        yield from (hit.passage for hit in ranked.hits)
    for ranked in task.ranked[:SERVICES]:
        if ranked.service.status.offered:
            own = catalogue.passages_of(ranked.service.id, task.question.audience)
            yield from (passage for passage in own if passage.role is not None)


def _open(draft: Drafted) -> Passage:
    """The passage; of a document's no more than the sentence that may be quoted."""
    passage = draft.passage
    if passage.shelf is Shelf.ENTRIES:
        return passage
    return passage.model_copy(update={"text": draft.quote})


def quoted(quote: str, text: str, passage: Passage) -> str | None:
    """The whole sentences of the passage that the quote lies in, else None.

    Whole ones, so that no quote leaves out a negation or a condition beside it. Where no quote is
    given, the sentence that shares most words with the text, if it shares enough.
    """
    parts = sentences(passage.text)
    wanted = _plain(quote)
    if wanted:
        return _run(wanted, parts)
    said = word_beginnings(text)
    best = max(parts, key=lambda part: len(said & word_beginnings(part)), default="")
    enough = bool(said) and len(said & word_beginnings(best)) >= SHARED * len(said)
    return best if enough else None


def _run(wanted: str, parts: list[str]) -> str | None:
    """The shortest run of sentences, at most three, that holds the quote."""
    for length in range(1, 4):
        for start in range(len(parts) - length + 1):
            run = " ".join(parts[start : start + length])
            if wanted in _plain(run):
                return run
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .…\"'“”«»")
