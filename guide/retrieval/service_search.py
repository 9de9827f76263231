"""One score per entry: what was learned from examples, its words, its nearest passage."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from guide.catalogue.catalogue import Catalogue
from guide.model.terms import Audience, Language
from guide.ports import Embedder, LexicalIndexer
from guide.retrieval.discriminant import LinearDiscriminant
from guide.retrieval.entry_words import EntryWords
from guide.retrieval.fusion import Scores, standardised
from guide.retrieval.passages import Hit, PassageSearch
from guide.retrieval.relevance import anything_fits
from guide.retrieval.weights import CHOSEN, Weights


class Found(NamedTuple):
    """A score for each entry that the audience may see, and the passages found of each entry,
    best first. No scores: nothing fits."""

    scores: dict[str, float]
    hits: Mapping[str, tuple[Hit, ...]]


class ServiceSearch:
    """Scores all entries of one published state for a question."""

    def __init__(
        self,
        catalogue: Catalogue,
        passages: PassageSearch,
        embedder: Embedder,
        indexer: LexicalIndexer,
        least_fit: float | None = None,
        weights: Weights = CHOSEN,
    ) -> None:
        self._passages = passages
        self._embedder = embedder
        self._discriminant = LinearDiscriminant(catalogue.knowledge.discriminant)
        self._words = EntryWords(catalogue, indexer)
        self._least_fit = least_fit
        self._weights = weights

    def find(self, question: str, audience: Audience, language: Language, named: bool) -> Found:
        """Scores and passages; a question that names an entry is never told that nothing fits.

        Raises:
            StoreUnavailable: the store cannot be reached.
            ModelMissing: the embedding model cannot be loaded.
        """
        hits = self._passages.search(question, audience, language)
        if not named and not anything_fits(hits, language, self._least_fit):
            return Found({}, {})
        return self._scored(question, audience, hits)

    def passages(self, question: str, audience: Audience, language: Language) -> list[Hit]:
        """All passages found, best first: each by its entry's score, then by its own.

        Raises:
            StoreUnavailable: the store cannot be reached.
            ModelMissing: the embedding model cannot be loaded.
        """
        hits = self._passages.search(question, audience, language)
        scores = self._scored(question, audience, hits).scores
        share = self._weights.entry
        placed = [
            hit._replace(score=share * scores[hit.passage.service_id] + (1 - share) * hit.score)
            for hit in hits
        ]
        return sorted(placed, key=lambda hit: (-hit.score, hit.passage.id))

    def _scored(self, question: str, audience: Audience, hits: Sequence[Hit]) -> Found:
        by_entry: dict[str, tuple[Hit, ...]] = defaultdict(tuple)
        for hit in hits:
            by_entry[hit.passage.service_id] += (hit,)
        learned = self._discriminant.scores(self._embedder.embed_query(question))
        words = self._words.scores(question, audience)
        return Found(service_scores(learned, words, by_entry, self._weights), by_entry)


def service_scores(
    learned: Mapping[str, float],
    words: Mapping[str, float],
    hits: Mapping[str, Sequence[Hit]],
    weights: Weights = CHOSEN,
) -> dict[str, float]:
    """z of the weighted sum of z(learned), z(words) and z(best cosine), over the entries of
    `words`: how many standard deviations each lies above the mean.

    An entry that an argument lacks counts as the worst of those it has.
    """
    names = list(words)
    nearest = {name: max(hit.dense for hit in found) for name, found in hits.items() if found}
    score = (
        weights.learned * _standard(learned, names)
        + weights.words * _standard(words, names)
        + weights.nearest * _standard(nearest, names)
    )
    return dict(zip(names, standardised(score).tolist(), strict=True))


def _standard(scores: Mapping[str, float], names: Sequence[str]) -> Scores:
    here = [scores[name] for name in names if name in scores]
    least = min(here, default=0.0)
    return standardised(np.array([scores.get(name, least) for name in names]))
