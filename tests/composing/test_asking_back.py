"""At most two questions are asked back, and only where the reply would change the answer."""

import pytest

from guide.catalogue.messages import Messages, Wording
from guide.composing.asking_back import asked_back
from guide.model.terms import Language
from guide.retrieval.services import Ranked
from tests.small_catalogue import messages, service

WORDING = Wording(Messages(messages(), {}), Language.SV)
ABOUT_WHAT, ABOUT_WHOM = "Gäller det barnen", "Gäller det ett barn"


def asked(*entries: tuple[list[str], list[str]], age: int | None = None) -> str:
    """What is asked where the services found have these life areas and groups."""
    found = [
        Ranked(service(f"namn{n}", life_areas=areas, groups=groups), 1.0, (), False)
        for n, (areas, groups) in enumerate(entries)
    ]
    return asked_back(WORDING, found, age)


def test_nothing_is_asked_where_the_first_services_are_alike() -> None:
    assert asked((["housing"], ["adults"]), (["housing"], ["adults"])) == ""


@pytest.mark.parametrize("areas", [["school", "economy"], ["contact", "contact"]])
def test_what_it_is_about_is_asked_where_no_two_share_a_subject(areas: list[str]) -> None:
    assert asked(*(([area], ["adults"]) for area in areas)).startswith("Berätta gärna lite mer.")
    assert ABOUT_WHAT in asked()


def test_which_one_is_asked_by_name_where_only_some_share_a_subject() -> None:
    text = asked((["housing"], []), (["housing"], []), (["school"], []))
    assert text == "Menar du Namn0, Namn1 eller Namn2?"


def test_whom_it_is_about_is_asked_unless_an_age_was_stated() -> None:
    entries = (["economy"], ["children"]), (["economy"], ["older"])
    assert asked(*entries).startswith(ABOUT_WHOM)
    assert asked(*entries, age=7) == ""


def test_never_more_than_two_questions_are_asked() -> None:
    text = asked((["school"], ["children"]), (["economy"], ["adults"]), (["housing"], []))
    assert text.count("?") == 2
    assert text.endswith(f"{ABOUT_WHOM} eller en vuxen?")
