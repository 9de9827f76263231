"""Masking figures: what counts as gone, as lost beside and as a false alarm."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from evals.cli import app
from evals.data_files import BadData, read
from evals.personal_data import (
    FOLDER,
    SHAPES,
    MaskingCase,
    masking,
    numbers_summary,
    published_numbers,
    summary,
)
from guide.model.terms import Language
from guide.rules.personal_data import PersonalData

OWN = frozenset({"020-50 50 50"})
PARTS = ("tuning", "reporting")


def case(text: str, *data: tuple[str, str], like: str | None = None) -> MaskingCase:
    found = [{"kind": kind, "text": datum} for kind, datum in data]
    fields: dict[str, Any] = {"id": text, "lang": "sv", "text": text, "data": found, "like": like}
    return MaskingCase.model_validate(fields)


def test_a_datum_is_gone_when_no_telling_word_of_it_is_left() -> None:
    number = masking(case("nr 850101-1234 tack", ("personnummer", "850101-1234")), OWN)
    name = masking(case("Frågan rör Ali Ek", ("namn", "Ali Ek")), OWN)
    assert number.gone == ((PersonalData.PERSONAL_NUMBER, True),)
    assert name.gone == ((PersonalData.NAME, False),)
    assert (number.wrong, name.wrong) == (False, True)


def test_the_label_of_a_number_may_go_or_stay_but_its_digits_may_not() -> None:
    found = masking(case("Har dnr 2024/118 nu", ("ärendenummer", "dnr 2024/118")), OWN)
    assert not found.wrong


def test_a_word_beside_the_datum_that_goes_with_it_is_lost() -> None:
    found = masking(case("Storgatan 12 lgh 3", ("adress", "Storgatan 12")), OWN)
    assert (found.gone, found.lost) == (((PersonalData.ADDRESS, True),), 2)


def test_a_message_without_data_in_which_something_is_masked_is_a_false_alarm() -> None:
    calm = masking(case("Är 020-50 50 50 öppet?", like="own"), OWN)
    alarmed = masking(case("Är 020-50 50 51 öppet?", like="own"), OWN)
    figures = summary([calm, alarmed])
    assert (figures["false_alarm"]["hits"], figures["false_alarm"]["n"]) == (1, 2)
    assert figures["by_like"]["own"]["value"] == 0.5
    assert figures["by_lang"][Language.SV]["recall"]["value"] is None


def test_recall_is_told_by_kind_and_language() -> None:
    found = masking(case("070-174 06 05 och Ali", ("telefonnummer", "070-174 06 05"),
                         ("namn", "Ali")), OWN)  # fmt: skip
    figures = summary([found])
    assert figures["recall"]["value"] == 0.5
    assert figures["by_kind"][PersonalData.PHONE]["value"] == 1.0
    assert figures["by_kind"][PersonalData.NAME]["value"] == 0.0
    assert figures["by_lang"][Language.SV]["recall"]["n"] == 2


def test_every_shape_of_an_invented_number_is_measured_and_masked() -> None:
    figures = numbers_summary(["198501011234", "190412319999"])
    assert set(figures["by_shape"]) == set(SHAPES)
    assert {s: f["value"] for s, f in figures["by_shape"].items() if f["value"] != 1.0} == {}


def test_what_is_no_number_with_a_plausible_date_lowers_the_recall() -> None:
    assert numbers_summary(["198599991234"])["by_shape"]["12 digits, dash"]["value"] == 0.0


def test_missing_or_broken_test_numbers_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="GUIDE_EVALDATA"):
        published_numbers(None)
    with pytest.raises(BadData, match="cannot be read"):
        published_numbers(tmp_path)
    (tmp_path / "test_personnummer.txt").write_text("198501011234\n8501\n", encoding="utf-8")
    with pytest.raises(BadData, match="number 2 has not twelve digits"):
        published_numbers(tmp_path)


@pytest.mark.parametrize("part", PARTS)
def test_the_data_hold_every_language_and_kind_with_and_without_data(part: str) -> None:
    cases = read(FOLDER / f"{part}.jsonl", MaskingCase)
    for with_data in (True, False):
        assert {c.lang for c in cases if bool(c.data) is with_data} == set(Language)
    assert {datum.kind for c in cases for datum in c.data} == set(PersonalData)


def test_no_message_stands_in_both_parts() -> None:
    texts = [{c.text for c in read(FOLDER / f"{part}.jsonl", MaskingCase)} for part in PARTS]
    assert not texts[0] & texts[1]


@pytest.mark.parametrize("part", PARTS)
def test_no_personal_number_in_the_data_can_be_anybodys(part: str) -> None:
    """The control digit of every whole number is wrong."""
    for one in read(FOLDER / f"{part}.jsonl", MaskingCase):
        for datum in one.data:
            digits = [int(c) for c in datum.text if c.isdecimal()][-10:]
            if datum.kind is PersonalData.PERSONAL_NUMBER and len(digits) == 10:
                assert sum(_weighed(digits)) % 10 != 0, one.id


def test_a_part_is_measured_by_the_command_as_json() -> None:
    result = CliRunner().invoke(app, ["run", "personal-data", "--part", "tuning", "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["by_kind"]["personnummer"]["value"] == 1.0


def test_the_tables_are_printed() -> None:
    result = CliRunner().invoke(app, ["run", "personal-data", "--part", "tuning", "--failures"])
    assert result.exit_code == 0, result.output
    assert "personnummer" in result.stdout


def test_failures_of_the_reporting_part_are_not_shown() -> None:
    result = CliRunner().invoke(app, ["run", "personal-data", "--failures"])
    assert result.exit_code == 2


def _weighed(digits: list[int]) -> list[int]:
    doubled = [digit * (2 - place % 2) for place, digit in enumerate(digits)]
    return [digit - 9 if digit > 9 else digit for digit in doubled]
