"""What fits a situation: what was told becomes terms, each is ranked, all are merged."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

import regex

from guide.catalogue.catalogue import Catalogue
from guide.composing.notices import NoticeWriter
from guide.model.answer import Notice
from guide.model.question import MAX_QUESTION, Question
from guide.model.situation import Situation, SituationAnswer, SituationTerm, Soon, TermKind
from guide.model.terms import Audience, Language, ServiceStatus
from guide.retrieval.services import Ranked, Request, ServiceRanker
from guide.rules.findings import Findings, services_of
from guide.rules.inspector import Inspector
from guide.rules.personal_data import Masked
from guide.situations.clauses import needs_of
from guide.situations.merging import EACH, MOST, Led, merged, preferred
from guide.situations.reminders import Reminding
from guide.situations.rows import RowWriter
from guide.situations.strangers import Strangers
from guide.situations.terms import Sought, TermReader, Terms
from guide.situations.vocabulary import Vocabulary

RANKED = 16
"""Entries that are looked at for each term, those apart among them."""
MOST_APART = 6
LEAST_APART = 2.5
NEAREST = 3
"""Entries that a need gets which nothing fits well."""
SEVERAL = 2
SHORT = 3
"""Words of a clause that is ranked even where nothing seems to fit it."""
_BEFORE_MARK = regex.compile(r"\s+(?=[,.;:!?])")
"""What a name leaves behind: "Flickan , 15"."""
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
        self._terms = TermReader(content, lambda text: services_of(inspector.dangers(text)))
        self._rows = RowWriter(catalogue)
        self._reminding = Reminding(catalogue)
        swedish = (p.text for p in catalogue.knowledge.passages if p.language is Language.SV)
        self._vocabulary = Vocabulary(swedish)
        self._strangers = Strangers(self._vocabulary, content.given_names)

    def search(self, situation: Situation) -> SituationAnswer:
        """Entries that fit, and those apart. Raises as `Guide.answer`."""
        told = self._told(situation.text)
        findings = told.findings
        terms = self._terms.read(situation, findings.text)
        whole = self._whole(terms, findings)
        lists = {sought: self._ranked(sought, terms, findings, whole) for sought in terms.sought}
        lists = self._with_nearest(lists, terms, findings, whole)
        rows = self._first(findings, merged(self._kept(lists, terms, offered=True)))
        apart = merged(self._kept(lists, terms, offered=False), MOST_APART)
        now = self._clock()
        return SituationAnswer(
            terms=_shown(terms, lists),
            masked=told.masked.text if told.masked.kinds else None,
            notices=self._notices(situation, findings, bool(rows or apart), now),
            reminders=self._reminding.reminders(situation, None if findings.crisis else terms.age),
            rows=tuple(self._rows.row(led, now) for led in rows),
            apart=tuple(self._rows.row(led, now) for led in apart),
            knowledge_version=self._catalogue.version,
        )

    def _told(self, text: str) -> _Told:
        """Danger is sought in the text as it was written, for it must not be masked away; all else
        sees it without personal data. A text that tells of nothing is like no danger either."""
        masked = self._strangers.masked(self._inspector.masked(text))
        plain = _BEFORE_MARK.sub("", masked.searchable)
        findings = self._inspector.inspect(_question(text))
        if plain != findings.text:
            by_rule = {"crisis": findings.crisis, "crisis_by_likeness": False}
            ruled = bool(findings.crisis) and not findings.crisis_by_likeness
            seen = self._inspector.inspect(_question(plain[:MAX_QUESTION]))
            findings = seen.model_copy(update=by_rule) if ruled else seen
        if findings.crisis_by_likeness and not needs_of(plain):
            findings = findings.model_copy(update={"crisis": (), "crisis_by_likeness": False})
        return _Told(masked, findings.model_copy(update={"text": plain, "masked": masked.kinds}))

    def _whole(self, terms: Terms, findings: Findings) -> Mapping[str, float]:
        """How well entries fit all needs that are told; nothing where they are fewer than two."""
        needs = [sought.text for sought in terms.sought if sought.term.kind is TermKind.NEED]
        if len(needs) < SEVERAL:
            return {}
        return self._ranker.fit(", ".join(needs), Audience.STAFF, findings.language)

    def _with_nearest(
        self, lists: Lists, terms: Terms, findings: Findings, whole: Mapping[str, float]
    ) -> Lists:
        """The lists; needs that nothing fits have what is nearest, marked, where other needs show
        what it is about."""
        if not any(lists.values()):
            return lists
        filled: Lists = {}
        for sought, found in lists.items():
            if found or sought.term.kind is not TermKind.NEED:
                filled[sought] = found
            else:
                nearest = self._ranked(sought, terms, findings, whole, anyhow=True)
                filled[sought.loosely()] = nearest[:NEAREST]
        return filled

    def _ranked(
        self,
        sought: Sought,
        terms: Terms,
        findings: Findings,
        whole: Mapping[str, float],
        anyhow: bool = False,
    ) -> list[Ranked]:
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
            first=sought.first,
            most=RANKED,
            anyhow=anyhow or sought.term.kind is not TermKind.NEED or self._is_brief(sought.text),
            beside=whole if sought.term.kind is TermKind.NEED else {},
        )
        return self._ranker.rank(request)

    def _is_brief(self, text: str) -> bool:
        """Whether a clause is a few words that the knowledge knows, and so like no passage."""
        return len(text.split()) <= SHORT and self._vocabulary.touches(text)

    def _first(self, findings: Findings, merged_rows: list[Led]) -> list[Led]:
        """The rows with those that crisis rules put first before all others."""
        found = {led.ranked.service.id: led for led in merged_rows}
        known = (self._catalogue.services.get(name) for name in findings.urgent)
        urgent = {
            s.id: found.get(s.id, Led(Ranked(s, 0.0, (), False), ()))
            for s in known
            if s is not None and s.status.offered
        }
        return list({**urgent, **found}.values())[:MOST]

    def _kept(self, lists: Lists, terms: Terms, offered: bool) -> Lists:
        """Of each term's list those that are offered, or those that are not, preferred first."""
        each = max(EACH, MOST // max(len(lists), 1))
        kept = {}
        for sought, found in lists.items():
            groups = frozenset[str]() if sought.term.others else terms.groups
            some = [one for one in found if one.service.status.offered is offered]
            ordered = preferred(some, sought, self._catalogue.elsewhere, groups)
            kept[sought] = ordered[:each] if offered else _standing_out(ordered)
        return kept

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


def _shown(terms: Terms, lists: Lists) -> tuple[SituationTerm, ...]:
    """The terms, those that nothing fits well marked."""
    loose = {sought.term.id: sought.term for sought in lists if sought.term.loose}
    return tuple(loose.get(term.id, term) for term in terms.shown)


def _standing_out(found: list[Ranked]) -> list[Ranked]:
    """What is not offered is told where it fits well, not because nothing fits better."""
    return [one for one in found if one.named or one.score >= LEAST_APART]


def _question(text: str) -> Question:
    return Question(question=text or "-", audience=Audience.STAFF)
