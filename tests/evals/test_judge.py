"""The rule by which a question passes, branch by branch."""

import datetime as dt
from collections.abc import Sequence

import pytest

from evals.answers import judge, summary
from evals.data_files import AnswerCase
from guide.catalogue.cards import card, contact_view
from guide.model.answer import Answer, Card, Notice
from guide.model.status import NoticeCode, Status
from guide.model.terms import Language
from tests.catalogue.entries import contact, service

NOW = dt.datetime(2026, 1, 12, 10, tzinfo=dt.UTC)


def a_card(name: str, aliases: Sequence[str] = (), label: str | None = None) -> Card:
    given = service(name=name, aliases=list(aliases))
    return card(given, (contact(label=label),) if label else (), NOW)


def a_notice(code: str, *labels: str) -> Notice:
    views = tuple(contact_view(contact(label=label), NOW) for label in labels)
    return Notice(code=NoticeCode(code), text="Text.", contacts=views)


def an_answer(cards: Sequence[Card] = (), notices: Sequence[Notice] = ()) -> Answer:
    return Answer(
        status=Status.ANSWERED,
        language=Language.SV,
        sentences=(),
        citations=(),
        services=tuple(cards),
        notices=tuple(notices),
        follow_ups=(),
        knowledge_version="v",
        composer="extractive",
    )


def a_case(
    *expected: str, allowed: Sequence[NoticeCode] = (), kind: str = "service_lookup"
) -> AnswerCase:
    return AnswerCase(
        id="x",
        audience="resident",
        lang="sv",
        question="Vad?",
        expected=expected,
        allowed=tuple(allowed),
        kind=kind,
    )


def passed(case: AnswerCase, *cards: Card, notices: Sequence[Notice] = ()) -> bool:
    return judge(case, an_answer(cards, notices)).passed


def test_one_of_the_expected_services_is_enough() -> None:
    assert passed(a_case("Bris", "Karpen"), a_card("Karpen"))
    assert not passed(a_case("Bris", "Karpen"), a_card("Skolfam"))
    assert not passed(a_case("Bris"))


def test_a_service_counts_among_the_first_five_only() -> None:
    others = [a_card(f"Annan {n}") for n in range(5)]
    assert passed(a_case("Bris"), *others[:4], a_card("Bris"))
    assert not passed(a_case("Bris"), *others, a_card("Bris"))


@pytest.mark.parametrize(
    "shown",
    [
        a_card("BRIS"),
        a_card("Barnens rätt", aliases=["Bris"]),
        a_card("Annat", label="Bris"),
    ],
)
def test_a_name_matches_name_alias_or_contact_in_any_case(shown: Card) -> None:
    assert passed(a_case("Bris"), shown)


def test_part_of_a_name_does_not_match() -> None:
    assert not passed(a_case("Bris"), a_card("Brisling"))


def test_a_contact_of_a_notice_counts_as_a_service() -> None:
    assert passed(a_case("Bris"), notices=[a_notice("PII_WARNING", "Bris")])


def test_an_expected_notice_must_be_there() -> None:
    verdict = judge(a_case("UNKNOWN", "Bris"), an_answer([a_card("Bris")]))
    assert not verdict.passed
    assert verdict.missing_notices == ("UNKNOWN",)
    assert passed(a_case("UNKNOWN", "Bris"), a_card("Bris"), notices=[a_notice("UNKNOWN")])


def test_every_expected_notice_must_be_there() -> None:
    assert not passed(a_case("UNKNOWN", "OUTDATED"), notices=[a_notice("UNKNOWN")])


@pytest.mark.parametrize(
    "code", ["CRISIS", "REFUSE_DECISION", "OUT_OF_SCOPE", "CORRECT_PREMISE", "MAINTENANCE"]
)
def test_a_guarded_notice_that_is_not_expected_fails(code: str) -> None:
    shown = an_answer([a_card("Bris")], [a_notice(code)])
    verdict = judge(a_case("Bris"), shown)
    assert not verdict.passed
    assert verdict.wrong_notices == (code,)
    assert judge(a_case("Bris", allowed=[NoticeCode(code)]), shown).passed
    assert judge(a_case("Bris", code), shown).passed


@pytest.mark.parametrize(
    "code", ["PII_WARNING", "OUTDATED", "UNKNOWN", "CLARIFY", "NEEDS_TEST_UNKNOWN"]
)
def test_other_notices_do_no_harm(code: str) -> None:
    assert passed(a_case("Bris"), a_card("Bris"), notices=[a_notice(code)])


def test_an_allowed_notice_need_not_be_there() -> None:
    assert passed(a_case("Bris", allowed=[NoticeCode.CRISIS]), a_card("Bris"))


@pytest.mark.parametrize(("shown", "ok"), [(0, False), (1, False), (2, True), (3, True)])
def test_many_problems_need_half_of_their_services(shown: int, ok: bool) -> None:
    names = ("Bris", "Karpen", "Skolfam")
    case = a_case(*names, kind="multi_problem")
    assert passed(case, *(a_card(name) for name in names[:shown])) is ok


def test_a_case_of_notices_alone_needs_no_service() -> None:
    assert passed(a_case("OUT_OF_SCOPE"), notices=[a_notice("OUT_OF_SCOPE")])


def test_a_verdict_says_what_was_found_and_what_not() -> None:
    verdict = judge(a_case("Bris", "Karpen"), an_answer([a_card("Karpen")]))
    assert verdict.names_found == ("Karpen",)
    assert verdict.names_missing == ("Bris",)
    assert verdict.services == ("Karpen",)


def test_the_summary_counts_by_kind_audience_and_language() -> None:
    good = judge(a_case("Bris"), an_answer([a_card("Bris")]))
    bad = judge(a_case("Bris", kind="vague"), an_answer())
    told = summary([good, good, bad])
    assert (told["n"], told["passed"]) == (3, pytest.approx(2 / 3))
    assert told["by_kind"] == {
        "service_lookup": {"n": 2, "passed": 1.0},
        "vague": {"n": 1, "passed": 0.0},
    }
    assert told["by_audience"]["resident"]["n"] == told["by_lang"]["sv"]["n"] == 3
    assert told["interval"][0] <= told["passed"] <= told["interval"][1]
    assert [case["passed"] for case in told["cases"]] == [True, True, False]
