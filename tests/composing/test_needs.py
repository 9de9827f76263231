"""Several needs in one question, and which of the services found answers which."""

from collections.abc import Sequence

import pytest

from guide.composing.needs import MOST, MOST_PARTS, gathered, parts
from guide.model.service import Service
from guide.retrieval.services import Ranked
from tests.small_catalogue import service

DRINK = service("alkoholhjalpen", life_areas=["addiction"])
DEBT = service("budget", life_areas=["economy"])
YOUNG = service("bup", life_areas=["mental-health"])
CLINIC = service("maria", life_areas=["addiction", "youth"])
ENDED = service("jobbett", life_areas=["work"], status="ended")
ANSWERS = {"dricker": DRINK, "skulder": DEBT, "dottern": YOUNG, "hasch": CLINIC, "jobb": ENDED}
THREE = "min man dricker varje kväll, vi har stora skulder och dottern mår jättedåligt"


def found(*services: Service) -> list[Ranked]:
    return [Ranked(one, 1.0 - place / 10, (), False) for place, one in enumerate(services)]


def rank(text: str) -> Sequence[Ranked]:
    return found(*(one for word, one in ANSWERS.items() if word in text))


def names(question: str, *services: Service) -> list[str]:
    return [one.service.id for one in gathered(question, found(*services), rank)]


def test_each_part_gets_its_service_in_the_order_they_were_ranked() -> None:
    assert names(THREE, DEBT, DRINK, YOUNG) == ["budget", "alkoholhjalpen", "bup"]


def test_one_need_told_in_two_clauses_is_one_need() -> None:
    question = "min man dricker varje kväll och sonen röker hasch ibland"
    assert names(question, DRINK, CLINIC) == []


def test_what_was_not_found_or_is_not_offered_is_not_gathered() -> None:
    assert names(THREE, DRINK) == []
    assert names("min man dricker varje kväll, vad finns för jobb kvar", DRINK, ENDED) == []


def test_no_more_than_three_are_gathered() -> None:
    more = service("ips", life_areas=["work2"])
    question = f"{THREE}, hon behöver praktik snart"
    answers = [*found(DRINK, DEBT, YOUNG, more)]
    told = gathered(question, answers, lambda t: rank(t) or found(more))
    assert len(told) == MOST


def test_a_question_of_commas_costs_no_more_than_a_few_searches() -> None:
    searched: list[str] = []

    def counted(text: str) -> Sequence[Ranked]:
        searched.append(text)
        return []

    many = ", ".join(f"vi har skuld nummer {number}" for number in range(90))
    gathered(f"{THREE}, {THREE}, {many}", found(DRINK), counted)
    assert len(searched) == MOST_PARTS
    assert len(set(searched)) == MOST_PARTS


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Jag behöver hjälp", 1),
        (THREE, 3),
        ("hej, och", 0),
        ("мій чоловік багато пʼє, а дочка погано почувається", 2),
    ],
)
def test_a_part_holds_enough_words_to_be_searched_alone(question: str, count: int) -> None:
    assert len(parts(question)) == count
