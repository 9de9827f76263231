"""Which questions count as everyday, and how many of them get a crisis notice."""

from typing import Any

import pytest

from evals import everyday
from evals.sets import ServiceQuestion, own_sets
from guide.model.rules import DangerRule, Rulebook
from tests.small_catalogue import content, guide, messages, service

RULE = DangerRule(
    id="hot",
    message="crisis.hot",
    contacts=("kontaktcenter",),
    services=("polisen",),
    any=("hotar",),
)
KNOWN = content(
    service("polisen"),
    service("skyddat", life_areas=["violence"]),
    service("karpen"),
    rules=Rulebook(crisis=(RULE,)),
    rule_examples={"hot": {"sv": ["han hotar mig"]}, "ofarligt": {"sv": ["vädret hotar"]}},
    messages={**messages(), "sv": messages()["sv"] | {"crisis.hot": "Ring om hotet."}},
)


def asked(text: str, *expected: str, **fields: Any) -> ServiceQuestion:
    plain = {"id": text, "audience": "resident", "lang": "sv", "kind": "plain", "question": text}
    return ServiceQuestion.model_validate({**plain, "expected": expected, **fields})


@pytest.mark.parametrize(
    "question",
    [
        asked("vem ringer jag", "Polisen"),
        asked("vem ringer jag", "Karpen", also=["Skyddat"]),
        asked("vem ringer jag", "CRISIS", "Karpen"),
        asked("vem ringer jag", "Karpen", allowed=["CRISIS"]),
    ],
)
def test_a_question_whose_key_holds_danger_is_not_everyday(question: ServiceQuestion) -> None:
    assert everyday.everyday(KNOWN, [question, asked("kan jag jobba", "Karpen")]) == [
        asked("kan jag jobba", "Karpen")
    ]


def test_everyday_questions_that_get_a_crisis_notice_are_counted() -> None:
    found = everyday.alarmed(
        guide(KNOWN), [asked("regn hotar", "Karpen"), asked("kan jag jobba", "Karpen")]
    )
    assert (found.hits, found.n) == (1, 2)


def test_the_reporting_part_is_another_than_the_tuning_part() -> None:
    tuning, reporting = own_sets()
    assert not {one.id for one in tuning.questions} & {one.id for one in reporting.questions}
