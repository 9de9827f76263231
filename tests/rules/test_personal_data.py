"""Personal data is masked in every shape, and ordinary numbers are not."""

import os
import time
from pathlib import Path

import pytest

from evals.personal_data import SHAPES
from guide.rules.personal_data import PersonalData, mask
from tests.rules.recorded import recorded

OWN = frozenset(
    {"112", "114 14", "1177", "90101", "020-50 50 50", "042-10 50 00", "kontakt@example.com"}
)


@pytest.mark.parametrize(("text", "masked"), recorded("masking")["mask"])
def test_personal_data_is_replaced_by_its_placeholder(text: str, masked: str) -> None:
    assert mask(text, OWN).text == masked


@pytest.mark.parametrize("text", recorded("masking")["keep"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert mask(text, OWN).text == text


def test_the_kinds_found_are_told() -> None:
    masked = mask("Jag heter Anna, 850315-2391, 070-123 45 67, anna@example.com", frozenset())
    assert masked.kinds == {
        PersonalData.NAME,
        PersonalData.PERSONAL_NUMBER,
        PersonalData.PHONE,
        PersonalData.EMAIL,
    }
    assert mask("Vem kan hjälpa oss?", OWN).kinds == frozenset()


@pytest.mark.parametrize("written", ["+46 20 50 50 50", "0046205050 50", "020505050"])
def test_our_own_numbers_are_kept_however_they_are_written(written: str) -> None:
    assert mask(f"Kan jag ringa {written}?", OWN).text == f"Kan jag ringa {written}?"
    assert written not in mask(f"Kan jag ringa {written}?", frozenset()).text


def test_our_own_addresses_are_kept() -> None:
    assert mask("Skriv till Kontakt@example.com", OWN).kinds == frozenset()


@pytest.mark.parametrize("hidden", ["850315\u200b-2391", "８５０３１５-2391", "850315\u20112391"])
def test_invisible_and_wide_characters_do_not_hide_a_number(hidden: str) -> None:
    assert mask(hidden, OWN).text == "[personnummer]"


@pytest.mark.parametrize("shape", SHAPES)
def test_the_tax_agency_s_test_numbers_are_all_masked(shape: str) -> None:
    folder = os.environ.get("GUIDE_EVALDATA")
    if not folder:
        pytest.skip("GUIDE_EVALDATA is not set: no test numbers to try")
    numbers = (Path(folder) / "test_personnummer.txt").read_text(encoding="utf-8").split()
    told = [mask(f"Jag har {SHAPES[shape](number)}, tack", OWN).text for number in numbers]
    kept = sum(any(character.isdigit() for character in text) for text in told)
    assert kept == 0


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_a_personal_number_is_masked(shape: str) -> None:
    text = mask(f"Jag har {SHAPES[shape]('198503152391')}, tack", OWN).text
    assert "[personnummer]" in text
    assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize(
    "unit", ["1234567890", "1", "850101-", "07 ", "A", "a", "Anna ", "a@", " "]
)
def test_a_very_long_text_is_masked_in_time_that_grows_with_its_length(unit: str) -> None:
    short, long = (unit * (length // len(unit)) for length in (10_000, 100_000))
    taken = []
    for text in (short, long):
        began = time.process_time()
        mask(text, OWN)
        taken.append(time.process_time() - began)
    assert taken[1] < max(40 * taken[0], 1.0)
