"""Words on cards."""

import pytest

from ui.model import Card
from ui.parts.card import ages_text, missing_text, needs_test_badge, status_badge
from ui.wording import wording

SV = wording("sv")


def card(**fields: object) -> Card:
    return Card.model_validate({"id": "a", "name": "A", **fields})


@pytest.mark.parametrize(
    ("needs_test", "words"),
    [
        ("none", "Ingen behovsprövning behövs"),
        ("required", "Behovsprövning krävs"),
        ("partly", "Delvis behovsprövning"),
        ("unknown", "Framgår inte om behovsprövning krävs"),
    ],
)
def test_need_of_a_test_is_said_in_words(needs_test: str, words: str) -> None:
    badge = needs_test_badge(card(needs_test=needs_test), SV)
    assert badge is not None
    assert badge.text == words


def test_no_badge_where_a_test_makes_no_sense() -> None:
    assert needs_test_badge(card(needs_test="not_applicable"), SV) is None


@pytest.mark.parametrize(
    ("status", "as_of", "words"),
    [
        ("uncertain", 2021, "Nämns senast 2021, fråga om det finns kvar"),
        ("uncertain", None, "Odaterad uppgift, fråga om det finns kvar"),
        ("ended", 2021, "Finns inte längre"),
        ("planned", 2025, "Planerat, finns inte än"),
    ],
)
def test_what_is_not_current_says_so(status: str, as_of: int | None, words: str) -> None:
    badge = status_badge(card(status=status, as_of=as_of), SV)
    assert badge is not None
    assert badge.text == words


def test_current_service_has_no_status_badge() -> None:
    assert status_badge(card(status="current"), SV) is None


def test_missing_facets_make_one_sentence() -> None:
    text = missing_text(card(missing=["cost", "hours", "age"]), SV)
    assert text == "Det här säger källorna inte: vad det kostar, öppettider och åldersgräns."
    assert missing_text(card(), SV) == ""


def test_code_of_a_newer_api_is_shown_not_lost() -> None:
    assert "parking" in missing_text(card(missing=["parking"]), SV)


def test_age_range_is_said_with_its_ends() -> None:
    assert ages_text(card(ages={"min": 6, "max": 12}).ages, SV) == "6–12 år"
    assert ages_text(card(ages={"max": 25}).ages, SV) == "till och med 25 år"
