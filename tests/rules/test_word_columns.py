"""Words, pairs and parts of words as numbers."""

import pytest

from guide.rules.wording import COLUMNS, wording


def shared(one: str, other: str) -> float:
    """How much of both wordings is the same, from 0 to 1."""
    left, right = wording(one), wording(other)
    return sum(left[column] * right.get(column, 0.0) for column in left) / 2


def test_case_spaces_and_long_runs_of_letters_change_nothing() -> None:
    assert wording("Han  SLÅÅÅÅR mig") == wording("han slåår mig")


@pytest.mark.parametrize("text", ["", "   ", "?!…", "🙂🙂"])
def test_what_has_no_words_has_no_wording(text: str) -> None:
    assert wording(text) == {}


@pytest.mark.parametrize("text", ["hej", "jag orkar inte leva", "я не хочу жити", "من میترسم"])
def test_every_script_has_a_wording_and_a_message_is_nearest_to_itself(text: str) -> None:
    found = wording(text)
    assert len(found) > len(text.split())
    assert all(0 <= column < COLUMNS and value > 0 for column, value in found.items())
    assert shared(text, text) >= 0.99


def test_a_slip_of_typing_is_nearer_than_another_message() -> None:
    meant = "jag orkar inte leva längre"
    assert shared(meant, "jag okrar inte leva lngre") > 0.3
    assert shared(meant, "var ligger närmaste bibliotek") < 0.1


def test_a_very_short_word_counts_as_a_part_of_its_own() -> None:
    assert len(wording("i")) == 2, "the word, and the word with its ends"
