"""What fits a situation: what was told becomes terms, each is ranked, all are merged."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from guide.catalogue.catalogue import Catalogue
from guide.composing.notices import NoticeWriter
from guide.model.answer import Notice
from guide.model.question import Question
from guide.model.situation import Situation, SituationAnswer, Soon
from guide.model.terms import Audience, Language, ServiceStatus
from guide.retrieval.services import Ranked, Request, ServiceRanker
from guide.rules.findings import Findings
from guide.rules.inspector import Inspector
from guide.rules.personal_data import Masked
from guide.situations.merging import EACH, MOST, Led, merged, preferred
from guide.situations.reminders import Reminding
from guide.situations.rows import RowWriter
from guide.situations.strangers import Strangers
from guide.situations.terms import Sought, TermReader, Terms

RANKED = 16
"""Entries that are looked at for each term, those apart among them."""
MOST_APART = 6
Lists = dict[Sought, list[Ranked]]


class _Told(NamedTuple):
    """The free text without personal data, and what rules found in it."""

    masked: Masked
    findings: Findings


class SituationSearch:
    """Searches one published state for staff. It ranks entries by how well their texts fit."""

    def __init__(
        self,
        catalogue: Catalogue,
        inspector: Inspector,
        ranker: ServiceRanker,
        clock: Callable[[], dt.datetime],
    ) -> None:
        content = catalogue.knowledge.content
        self._catalogue = catalogue
        self._inspector = inspector
        self._ranker = ranker
        self._clock = clock
        self._terms = TermReader(content)
        self._rows = RowWriter(catalogue)
        self._reminding = Reminding(catalogue)
        swedish = (p.text for p in catalogue.knowledge.passages if p.language is Language.SV)
        self._strangers = Strangers(swedish, content.given_names)

    def search(self, situation: Situation) -> SituationAnswer:
        """Entries that fit, and those apart. Raises as `Guide.answer`."""
        told = self._told(situation.text)
        findings = told.findings
        terms = self._terms.read(situation, findings.text, findings.age)
        lists = {sought: self._ranked(sought, terms, findings) for sought in terms.sought}
        offered = [*self._urgent(findings), *merged(_kept(lists, terms, offered=True))]
        rows = {led.ranked.service.id: led for led in reversed(offered)}
        ordered = sorted(rows.values(), key=offered.index)[:MOST]
        apart = merged(_kept(lists, terms, offered=False), MOST_APART)
        now = self._clock()
        return SituationAnswer(
            terms=terms.shown,
            masked=told.masked.text if told.masked.kinds else None,
            notices=self._notices(situation, findings, bool(offered), now),
            reminders=self._reminding.reminders(situation, terms.age),
            rows=tuple(self._rows.row(led, now) for led in ordered),
            apart=tuple(self._rows.row(led, now) for led in apart),
            knowledge_version=self._catalogue.version,
        )

    def _told(self, text: str) -> _Told:
        """Rules see the text as it was written, for danger must not be masked away; all else sees
        it without personal data."""
        masked = self._strangers.masked(self._inspector.masked(text))
        asked = Question(question=text or "-", audience=Audience.STAFF)
        findings = self._inspector.inspect(asked)
        if masked.kinds != findings.masked or masked.searchable != findings.text:
            kept = {"text": masked.searchable, "masked": masked.kinds}
            findings = findings.model_copy(update=kept)
        return _Told(masked, findings if text else findings.model_copy(update={"text": ""}))

    def _ranked(self, sought: Sought, terms: Terms, findings: Findings) -> list[Ranked]:
        """What fits one term. The person's age does not narrow what somebody else needs."""
        others = sought.term.others
        filters = terms.filters.model_copy(
            update={
                "age": None if others else terms.age,
                "status": tuple(ServiceStatus),
            }
        )
        request = Request(
            text=sought.text,
            audience=Audience.STAFF,
            filters=filters,
            language=findings.language,
            never=findings.never,
            most=RANKED,
        )
        return self._ranker.rank(request)

    def _urgent(self, findings: Findings) -> list[Led]:
        """Entries that crisis rules put first."""
        known = (self._catalogue.services.get(name) for name in findings.urgent)
        return [Led(Ranked(s, 0.0, (), False), ()) for s in known if s and s.status.offered]

    def _notices(
        self, situation: Situation, findings: Findings, found: bool, now: dt.datetime
    ) -> tuple[Notice, ...]:
        writer = NoticeWriter(self._catalogue, Audience.STAFF, findings.language, now)
        told = writer.before(findings) if situation.text else []
        if situation.soon is Soon.TODAY:
            told.insert(bool(findings.crisis), writer.today())
        if not found and not told:
            told.append(writer.no_sources())
        return tuple(told)


def _kept(lists: Lists, terms: Terms, offered: bool) -> Lists:
    """Of each term's list those that are offered, or those that are not, the preferred first."""
    each = max(EACH, MOST // max(len(lists), 1))
    kept = {}
    for sought, found in lists.items():
        groups = frozenset[str]() if sought.term.others else terms.groups
        some = [one for one in found if one.service.status.offered is offered]
        kept[sought] = preferred(some, (sought.area,) if sought.area else (), groups)[:each]
    return kept
