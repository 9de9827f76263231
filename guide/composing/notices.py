"""Notices: what must be said beside the answer, in texts by people."""

import datetime as dt
from collections.abc import Iterator, Sequence

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.messages import Wording
from guide.catalogue.missing import missing_facets
from guide.composing.asking_back import asked_back
from guide.composing.contact_order import ContactOrder, Standing
from guide.composing.crisis import CrisisWriter
from guide.model.answer import ContactView, Notice
from guide.model.rules import Premise, Rule
from guide.model.service import Service
from guide.model.status import NoticeCode
from guide.model.terms import Audience, Facet, Form, Language, NeedsTest, ServiceStatus
from guide.retrieval.services import CLOSE, Ranked
from guide.rules.findings import Findings

FALLBACK_CONTACT = "kontaktcenter"


class NoticeWriter:
    """Writes the notices of one question."""

    def __init__(
        self,
        catalogue: Catalogue,
        audience: Audience,
        language: Language,
        now: dt.datetime,
        easy: bool = False,
    ) -> None:
        self._catalogue = catalogue
        self._audience = audience
        self._language = language
        self._now = now
        self._wording = Wording(catalogue.messages, language, easy)

    def before(self, findings: Findings) -> list[Notice]:
        """What the rules found: known before anything is searched. A crisis comes first."""
        notices = []
        if findings.crisis:
            writer = CrisisWriter(self._catalogue, self._audience, self._wording, self._now)
            notices.append(writer.notice(findings))
        if findings.masked:
            notices.append(self._fixed(NoticeCode.PII_WARNING, "notice.pii"))
        if findings.decision is not None:
            notices.append(self._ruled(NoticeCode.REFUSE_DECISION, findings.decision))
        if findings.maintenance is not None:
            notices.append(self._ruled(NoticeCode.MAINTENANCE, findings.maintenance))
        if findings.scope is not None:
            notices.append(self._ruled(NoticeCode.OUT_OF_SCOPE, findings.scope))
        notices += [self._correction(premise) for premise in findings.premises]
        return notices

    def after(self, findings: Findings, ranked: Sequence[Ranked]) -> list[Notice]:
        """What follows from the services found."""
        if not ranked:
            return []
        service = ranked[0].service
        notices = []
        may_be = findings.may_be_elsewhere or ranked[0].named
        if not findings.crisis and may_be and self._is_elsewhere(ranked):
            notices.append(self._elsewhere(service))
        if not findings.crisis:
            notices += self._outdated(findings, service)
        notices += self._unknown(findings, ranked[0])
        return notices

    def no_sources(self, brief: bool = False) -> Notice:
        """Whom to ask; where a question is brief, what it is about is asked back too."""
        text = self._say("notice.no_sources")
        text = f"{text} {self._say('notice.clarify')}" if brief else text
        return self._asking(text)

    def clarify(self, ranked: Sequence[Ranked] = (), age: int | None = None) -> list[Notice]:
        """What is asked back beside the services found; nothing where no reply would matter."""
        text = asked_back(self._wording, ranked, age)
        return [self._asking(text)] if text else []

    def today(self) -> Notice:
        """Whom one reaches today, who answers soonest first."""
        content = self._catalogue.knowledge.content
        order = ContactOrder(content.rules.hours, self._now)
        known = [self._catalogue.contacts.get(name) for name in content.situations.today]
        ordered = order.sorted([contact for contact in known if contact is not None])
        today = [c.id for c in ordered if order.standing(c) is not Standing.CLOSED]
        return self._fixed(NoticeCode.TODAY, "notice.today", *today)

    def _asking(self, text: str) -> Notice:
        contacts = self._views([FALLBACK_CONTACT])
        return Notice(code=NoticeCode.CLARIFY, text=text, contacts=contacts)

    def _ruled(self, code: NoticeCode, rule: Rule) -> Notice:
        text = self._say(rule.message or "")
        return Notice(code=code, text=text, contacts=self._views(rule.contacts))

    def _correction(self, premise: Premise) -> Notice:
        text = premise.correction.get(self._language, premise.correction["sv"])
        return Notice(
            code=NoticeCode.CORRECT_PREMISE, text=text, contacts=self._views(premise.contacts)
        )

    def _is_elsewhere(self, ranked: Sequence[Ranked]) -> bool:
        """Whether others answer for the subject, and no service of ours fits about as well."""
        ours = [r.score for r in ranked if r.service.id not in self._catalogue.elsewhere]
        return not ours or ranked[0].score - max(ours) > CLOSE

    def _elsewhere(self, service: Service) -> Notice:
        text = self._say("notice.out_of_scope", name=service.name)
        return Notice(
            code=NoticeCode.OUT_OF_SCOPE, text=text, contacts=self._views(service.contacts)
        )

    def _outdated(self, findings: Findings, service: Service) -> Iterator[Notice]:
        if service.status is ServiceStatus.CURRENT and not findings.asks_today:
            return
        key = "notice.outdated" if service.status.offered else "notice.not_offered"
        if service.as_of is None:
            key = "notice.outdated_undated"
        text = self._say(key, name=service.name, as_of=service.as_of)
        yield Notice(code=NoticeCode.OUTDATED, text=text)

    def _unknown(self, findings: Findings, first: Ranked) -> Iterator[Notice]:
        service = first.service
        contacts = self._catalogue.contacts_of(service, self._audience)
        missing = missing_facets(service, contacts)
        wanted = findings.facets
        if first.named and findings.age is not None:
            wanted |= {Facet.AGE}
        of_today = findings.asks_today or findings.form is Form.EXISTENCE
        asked = [facet for facet in Facet if facet in wanted and facet in missing]
        if asked:
            labels = self._wording.either([self._say(f"facet.{facet}") for facet in asked])
            text = self._say("notice.unknown", name=service.name, facets=labels)
        elif of_today and service.status is ServiceStatus.UNCERTAIN:
            text = self._say("notice.unknown_today", name=service.name)
        else:
            return
        yield Notice(code=NoticeCode.UNKNOWN, text=text, contacts=self._views([FALLBACK_CONTACT]))

    def needs_test_unknown(self, ranked: Sequence[Ranked]) -> list[Notice]:
        """Said when the first service's needs-test is not known and the question asks for it."""
        if not ranked or ranked[0].service.needs_test is not NeedsTest.UNKNOWN:
            return []
        text = self._say("notice.needs_test_unknown", name=ranked[0].service.name)
        return [Notice(code=NoticeCode.NEEDS_TEST_UNKNOWN, text=text)]

    def _fixed(self, code: NoticeCode, key: str, *contacts: str) -> Notice:
        return Notice(code=code, text=self._say(key), contacts=self._views(contacts))

    def _views(self, ids: Sequence[str]) -> tuple[ContactView, ...]:
        known = [name for name in ids if name in self._catalogue.contacts]
        return self._catalogue.views(known, self._audience, self._now)

    def _say(self, key: str, **values: object) -> str:
        return self._wording.get(key, **values)
