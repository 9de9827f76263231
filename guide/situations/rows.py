"""An entry as one row to compare: what its own texts say, and where they say it."""

import datetime as dt
from collections.abc import Iterable, Sequence

from guide.catalogue import slugs
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.quotes import holding, quoted
from guide.catalogue.sentences import sentences
from guide.composing.extractive import best_sentences
from guide.composing.words import word_beginnings
from guide.model.evidence import EvidenceLine
from guide.model.passage import Passage
from guide.model.service import Service
from guide.model.situation import Named, SituationRow, Told
from guide.model.terms import Audience, Language, NeedsTest, Role
from guide.retrieval.services import Ranked
from guide.situations.merging import Led

_FITTING = (None, Role.ABOUT, Role.NOTE, Role.FIGURES)
"""Roles whose sentences tell why an entry fits: not how to begin, and not what has changed."""


class RowWriter:
    """Writes rows for staff, in Swedish. Nothing in a row is said that no passage holds."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._not_for = {one.entry: one for one in catalogue.knowledge.content.situations.not_for}

    def row(self, led: Led, now: dt.datetime) -> SituationRow:
        """The row of an entry and the terms that led to it."""
        service = led.ranked.service
        passage, fit = self._fit(led)
        return SituationRow(
            card=self._catalogue.card(service, Audience.STAFF, now),
            needs=tuple(sought.term.id for sought in led.by),
            fit=fit,
            suits=self._told(service, slugs.facts(Language.SV), service.who_it_is_for),
            suits_not=self._suits_not(service),
            next_step=self._next_step(service),
            needs_test_evidence=self._behind_needs_test(service),
            evidence=passage.evidence if passage is not None else (),
            replaced_by=self._named(service.replaced_by),
            combines_with=self._named(service.combines_with),
            alternatives=self._named(service.alternatives),
        )

    def _fit(self, led: Led) -> tuple[Passage | None, Told | None]:
        """The sentence that shares most words with the term it fits best, of the passage that fits
        best; where none shares any, the first one of the summary, which tells what the entry is."""
        service = led.ranked.service
        summary = self._catalogue.passages.get(f"{service.id}:{slugs.summary(Language.SV)}")
        wanted = led.by[0].text if led.by else ""
        for passage in _fitting(led.ranked)[:1]:
            for best in best_sentences(passage.text, wanted, most=1):
                if word_beginnings(best) & word_beginnings(wanted):
                    return passage, Told(text=best, passage_id=passage.id)
        if summary is None:
            return None, None
        return summary, Told(text=sentences(summary.text)[0], passage_id=summary.id)

    def _suits_not(self, service: Service) -> Told | None:
        found = self._not_for.get(service.id)
        return quoted(self._catalogue, found, Audience.STAFF) if found else None

    def _next_step(self, service: Service) -> Told | None:
        """What is written for staff of how to begin, else for everybody, else who starts it."""
        if not service.status.offered:
            return None
        own = self._catalogue.passages_of(service.id, Audience.STAFF)
        told = [p for p in own if p.role is Role.HOW and p.language is Language.SV]
        told.sort(key=lambda passage: passage.audience is not Audience.STAFF)
        for passage in told:
            return Told(text=sentences(passage.text)[0], passage_id=passage.id)
        if service.initiated_by is None:
            return None
        started = self._catalogue.facts.initiated_by(service, Language.SV)
        return self._told(service, slugs.facts(Language.SV), started)

    def _told(self, service: Service, slug: str, text: str) -> Told | None:
        passage = self._catalogue.passages.get(f"{service.id}:{slug}")
        if passage is None or holding((passage,), text) is None:
            return None
        return Told(text=text, passage_id=passage.id)

    def _behind_needs_test(self, service: Service) -> tuple[EvidenceLine, ...]:
        if service.needs_test is NeedsTest.NOT_APPLICABLE:
            return ()
        return self._catalogue.evidence.lines(service, service.evidence_for("needs_test"))

    def _named(self, ids: Iterable[str]) -> tuple[Named, ...]:
        found = (self._catalogue.services.get(name) for name in ids)
        return tuple(Named(id=entry.id, name=entry.name) for entry in found if entry is not None)


def _fitting(ranked: Ranked) -> Sequence[Passage]:
    own = (hit.passage for hit in ranked.hits)
    return [p for p in own if p.language is Language.SV and p.role in _FITTING]
