"""One stated age is found; counts, durations and several ages are not taken for one."""

import pytest

from guide.rules.ages import stated_age
from tests.rules.recorded import recorded


@pytest.mark.parametrize("case", recorded("ages"), ids=lambda case: case["text"])
def test_the_age_of_the_person_is_found_only_when_one_is_stated(case: dict[str, object]) -> None:
    assert stated_age(str(case["text"])) == case["age"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("sonen i sexan vägrar skolan", 12),
        ("min tonåring röker på", 15),
        ("My teenage daughter skips class", 15),
        ("min tonåring är 17 år gammal", 17),
        ("hon går i sjuan, lillebror i tvåan", None),
        ("åk 4, utagerande", 10),
        ("elever i årskurs 4-6", None),
        ("ensamstående mamma 32 vräks", 32),
        ("änkeman 81, äter dåligt", 81),
        ("gravid 24, hemlös", 24),
        ("gravid 24 v, rädd för sambon", None),
        ("gravid, 20 v", None),
        ("pensionär 10 000 kr i skuld", None),
        ("ensamstående mamma 2 söner", None),
        ("ekb 5 placeringar", None),
        ("ekb 16, saknar familjen", 16),
        ("åk 2 gymnasiet, skolkar", 17),
        ("årskurs 1 på gymnasiet", 16),
        ("åk 2, storasyster i gymnasiet", None),
        ("åk 2, storasyster på gymnasiet", None),
        ("elever i årskurs 4 till 6", None),
        ("åk 7 och 9", None),
    ],
)
def test_a_year_in_school_or_teenager_tells_an_age_where_no_number_does(
    text: str, age: int | None
) -> None:
    assert stated_age(text) == age
