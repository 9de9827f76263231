"""Word matches over whole entries: everything written for an entry, read as one text."""

import threading
from collections import defaultdict

from guide.catalogue.catalogue import Catalogue
from guide.model.terms import Audience
from guide.ports import LexicalIndex, LexicalIndexer


class EntryWords:
    """Scores entries by the words that a question shares with what an audience may read of them,
    and with the phrases and examples that editors gave them."""

    def __init__(self, catalogue: Catalogue, indexer: LexicalIndexer) -> None:
        self._catalogue = catalogue
        self._indexer = indexer
        self._lock = threading.Lock()
        self._indexes: dict[Audience, tuple[list[str], LexicalIndex]] = {}

    def scores(self, question: str, audience: Audience) -> dict[str, float]:
        """Entry -> score, for every entry that the audience may see; 0 where no word matches."""
        names, index = self._index(audience)
        return dict(zip(names, index.scores(question), strict=True))

    def _index(self, audience: Audience) -> tuple[list[str], LexicalIndex]:
        """Made at the first question of the audience: it takes a second."""
        with self._lock:
            if audience not in self._indexes:
                texts = self._texts(audience)
                self._indexes[audience] = list(texts), self._indexer(list(texts.values()))
            return self._indexes[audience]

    def _texts(self, audience: Audience) -> dict[str, str]:
        written: dict[str, list[str]] = defaultdict(list)
        knowledge = self._catalogue.knowledge
        for passage in knowledge.passages:
            if audience.sees(passage.audience):
                written[passage.service_id].append(passage.search_text)
        for name, examples in knowledge.content.examples.items():
            written[name] += examples.all()
        services = self._catalogue.services.values()
        return {s.id: " ".join(written[s.id]) for s in services if audience.sees(s.audience)}
