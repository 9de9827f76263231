"""Personal data is masked in every shape, and ordinary numbers are not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.rules.personal_data import PersonalData, mask
from tests.rules.recorded import recorded

OWN = frozenset(
    {"112", "114 14", "1177", "90101", "020-50 50 50", "042-10 50 00", "kontakt@example.com"}
)
SHAPES: dict[str, Callable[[str], str]] = {
    "12 digits": lambda n: n,
    "12 digits, dash": lambda n: f"{n[:8]}-{n[8:]}",
    "12 digits, space": lambda n: f"{n[:8]} {n[8:]}",
    "10 digits": lambda n: n[2:],
    "10 digits, dash": lambda n: f"{n[2:8]}-{n[8:]}",
    "10 digits, plus": lambda n: f"{n[2:8]}+{n[8:]}",
    "coordination number": lambda n: f"{n[2:6]}{int(n[6:8]) + 60}-{n[8:]}",
}


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
    written = [SHAPES[shape](number) for number in numbers]
    kept = [number for number in written if number in mask(f"Jag har {number}, tack", OWN).text]
    assert kept == []
