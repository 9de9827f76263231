"""What comes in is checked at the door."""

from typing import Any

import pytest
from pydantic import ValidationError

from guide.model.question import MAX_HISTORY, MAX_QUESTION, Question
from guide.model.service import Ages
from guide.model.terms import Audience


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u00a0"])
def test_a_question_without_anything_in_it_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Question(question=text)


def test_the_longest_question_is_taken_and_one_more_character_is_not() -> None:
    assert len(Question(question="a" * MAX_QUESTION).question) == MAX_QUESTION
    assert Question(question=" " + "a" * MAX_QUESTION + " ")
    with pytest.raises(ValidationError):
        Question(question="a" * (MAX_QUESTION + 1))


@pytest.mark.parametrize(
    "fields",
    [
        {"audience": "boss"},
        {"language": "de"},
        {"style": "fancy"},
        {"unknown": 1},
        {"filters": {"needs_test": ["maybe"]}},
        {"filters": {"age": 121}},
        {"filters": {"age": -1}},
        {"filters": {"colour": "red"}},
        {"history": [{"question": "a"}] * (MAX_HISTORY + 1)},
        {"history": [{"question": "a" * (MAX_QUESTION + 1)}]},
        {"history": [{"question": "a", "service_ids": ["x"] * 21}]},
        {"history": [{"answer": "a"}]},
    ],
)
def test_what_the_contract_does_not_know_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Question.model_validate({"question": "hjälp", **fields})


def test_a_question_is_a_residents_unless_it_says_otherwise() -> None:
    assert Question(question="hjälp").audience is Audience.RESIDENT


def test_residents_see_what_is_for_residents_and_staff_see_all() -> None:
    assert [Audience.RESIDENT.sees(target) for target in Audience] == [True, False]
    assert [Audience.STAFF.sees(target) for target in Audience] == [True, True]


@pytest.mark.parametrize(
    ("ages", "age", "admitted"),
    [
        (Ages(min=13, max=20), 12, False),
        (Ages(min=13, max=20), 13, True),
        (Ages(min=13, max=20), 20, True),
        (Ages(min=13, max=20), 21, False),
        (Ages(min=18), 110, True),
        (Ages(max=0), 0, True),
    ],
)
def test_both_ends_of_an_age_range_belong_to_it(ages: Ages, age: int, admitted: bool) -> None:
    assert ages.admits(age) is admitted


@pytest.mark.parametrize("fields", [{}, {"min": 20, "max": 13}, {"min": -1}])
def test_an_impossible_age_range_is_refused(fields: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Ages.model_validate(fields)
