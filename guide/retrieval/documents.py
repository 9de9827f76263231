"""The city's own documents, searched beside the entries."""

import regex

from guide.model.terms import Audience, Language
from guide.retrieval.passages import Hit, PassageSearch
from guide.retrieval.relevance import anything_fits

NEAR = 0.04
"""How much less like the question, in cosine, a document's passage may be than the best entry:
an entry holds everyday phrases, a report does not."""
MOST = 8
"""Passages that quotes are picked from."""
_YEAR = regex.compile(r"\b(?:19|20)\d\d\b")


class DocumentSearch:
    """Searches the shelf of documents, each for those who may be answered from it."""

    def __init__(self, search: PassageSearch, least_fit: float | None = None) -> None:
        self._search = search
        self._least_fit = least_fit

    def search(
        self, question: str, audience: Audience, language: Language = Language.SV
    ) -> list[Hit]:
        """All candidates that the audience may see, best first. Raises as `PassageSearch`."""
        if not self._search.holds_something_for(audience):
            return []
        return self._search.search(question, audience, language)

    def fitting(
        self, question: str, audience: Audience, language: Language, nearest: float | None
    ) -> list[Hit]:
        """The best passages, if any comes as near as the best entry, whose cosine is `nearest`;
        without an entry, if anything fits at all. A question that names years gets documents of
        those years, where there are any."""
        hits = _of_named_years(question, self.search(question, audience, language))[:MOST]
        if nearest is None and not anything_fits(hits, language, self._least_fit):
            return []
        return [hit for hit in hits if nearest is None or hit.dense >= nearest - NEAR]


def _of_named_years(question: str, hits: list[Hit]) -> list[Hit]:
    years = {int(year) for year in _YEAR.findall(question)}
    named = [hit for hit in hits if hit.passage.evidence[0].as_of in years]
    return named or hits
