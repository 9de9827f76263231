"""Notices: what must be said beside the answer."""

from typing import Any

import pytest

from guide.composing.notices import NoticeWriter
from guide.model.rules import Premise, Rule
from guide.model.service import Service
from guide.model.status import NoticeCode
from guide.model.terms import Audience, Facet, Language
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings
from guide.rules.personal_data import PersonalData
from tests.small_catalogue import NOW, SWITCHBOARD, catalogue, content, messages, service

POLICE = {**SWITCHBOARD.model_dump(), "id": "polis", "label": "Polisen", "phone": "114 14"}
LINE = {**SWITCHBOARD.model_dump(), "id": "linje", "label": "Personallinje", "audience": "staff"}


def findings(**fields: Any) -> Findings:
    return Findings(text="x", normalised="x", language=Language.SV, **fields)


def writer(
    *services: Service, audience: Audience = Audience.RESIDENT, **fields: Any
) -> NoticeWriter:
    texts = messages()
    texts["sv"] |= {"crisis.vald": "Ring {contact:polis}.", "crisis.hot": "Hot.", "decision.a": "N"}
    known = catalogue(
        content(
            *(services or [service("karpen")]),
            contacts=[SWITCHBOARD.model_dump(), POLICE, LINE],
            messages=texts,
            **fields,
        )
    )
    return NoticeWriter(known, audience, Language.SV, NOW)


def rule(rule_id: str, message: str, *contacts: str) -> Rule:
    return Rule(id=rule_id, any=("x",), message=message, contacts=contacts)


def ranked(entry: Service) -> list[Ranked]:
    return [Ranked(entry, 1.0, (), False)]


def test_a_crisis_comes_first_as_one_notice_with_every_number() -> None:
    crisis = (rule("vald", "crisis.vald", "polis"), rule("hot", "crisis.hot", "kontaktcenter"))
    notices = writer().before(
        findings(
            crisis=crisis,
            masked=frozenset({PersonalData.PHONE}),
            decision=rule("a", "decision.a"),
        )
    )
    assert [n.code for n in notices] == [
        NoticeCode.CRISIS,
        NoticeCode.PII_WARNING,
        NoticeCode.REFUSE_DECISION,
    ]
    assert notices[0].text == "Ring Polisen 114 14."
    assert [c.id for c in notices[0].contacts] == ["polis", "kontaktcenter"]


def test_contacts_for_staff_are_not_shown_to_residents() -> None:
    crisis = (rule("vald", "crisis.vald", "linje", "polis"),)
    resident = writer().before(findings(crisis=crisis))[0]
    staff = writer(audience=Audience.STAFF).before(findings(crisis=crisis))[0]
    assert [c.id for c in resident.contacts] == ["polis"]
    assert [c.id for c in staff.contacts] == ["linje", "polis"]


def test_a_false_belief_is_corrected_in_its_own_words() -> None:
    premise = Premise.model_validate(
        {"id": "tro", "any": ["x"], "correction": {"sv": "Så är det inte."},
         "evidence": [{"id": "r", "document": "R25"}]}
    )  # fmt: skip
    notice = writer().before(findings(premises=(premise,)))[0]
    assert (notice.code, notice.text) == (NoticeCode.CORRECT_PREMISE, "Så är det inte.")


@pytest.mark.parametrize(
    ("fields", "asks_today", "words"),
    [
        ({"status": "uncertain", "as_of": 2017}, False, "2017"),
        ({"status": "historical", "as_of": 2017}, False, "erbjuds inte i dag"),
        ({"status": "ended", "as_of": 2025}, False, "erbjuds inte i dag"),
        ({"status": "uncertain", "as_of": None}, False, "odaterade"),
        ({"status": "current", "as_of": 2025}, True, "2025"),
    ],
)
def test_old_facts_are_said_to_be_old(fields: dict[str, Any], asks_today: bool, words: str) -> None:
    entry = service("karpen", **fields)
    notices = writer(entry).after(findings(asks_today=asks_today), ranked(entry))
    told = [n.text for n in notices if n.code is NoticeCode.OUTDATED]
    assert len(told) == 1
    assert words in told[0]


def test_current_facts_carry_no_such_remark() -> None:
    entry = service("karpen")
    assert writer(entry).after(findings(), ranked(entry)) == []


def test_what_is_asked_for_and_missing_is_unknown_with_somebody_to_ask() -> None:
    entry = service("karpen", cost="gratis")
    facets = frozenset({Facet.HOURS, Facet.COST})
    notice = writer(entry).after(findings(facets=facets), ranked(entry))[0]
    assert notice.code is NoticeCode.UNKNOWN
    assert "öppettider" in notice.text
    assert "avgift" not in notice.text
    assert [c.id for c in notice.contacts] == ["kontaktcenter"]


def test_what_the_guide_does_not_do_leads_to_who_does() -> None:
    entry = service("bygglov", name="Bygglov", contacts=["kontaktcenter"])
    notices = writer(entry, elsewhere=["bygglov"]).after(findings(), ranked(entry))
    assert [n.code for n in notices] == [NoticeCode.OUT_OF_SCOPE]
    assert "Bygglov" in notices[0].text


@pytest.mark.parametrize(("needs_test", "said"), [("unknown", True), ("none", False)])
def test_an_unknown_needs_test_is_said_when_it_is_asked_for(needs_test: str, said: bool) -> None:
    entry = service("karpen", needs_test=needs_test)
    codes = [n.code for n in writer(entry).needs_test_unknown(ranked(entry))]
    assert codes == ([NoticeCode.NEEDS_TEST_UNKNOWN] if said else [])


def test_an_open_question_always_carries_a_contact() -> None:
    for notice in (writer().no_sources(), *writer().clarify()):
        assert notice.code is NoticeCode.CLARIFY
        assert [c.phone for c in notice.contacts] == ["042-00 00 02"]


def test_no_contact_token_is_left_in_a_text() -> None:
    entry = service("karpen")
    facets = frozenset(Facet)
    notices = [
        writer().no_sources(),
        *writer(entry).after(findings(facets=facets, asks_today=True), ranked(entry)),
    ]
    assert not [n.text for n in notices if "{" in n.text]
