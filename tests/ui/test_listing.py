"""The visitor's list as text, PDF and calendar."""

import datetime as dt
from typing import Any

import pdfplumber
import pytest

from tests.ui.scripted_answers import HOUSING, SOS, UNIT
from ui.listing.calendar import as_calendar, next_opening
from ui.listing.entries import STOCKHOLM, as_text
from ui.listing.page import as_pdf
from ui.model import Card, Contact
from ui.wording import UiLanguage, wording

SV = wording("sv")
TODAY = dt.date(2026, 11, 20)
CARDS = (Card.model_validate(UNIT), Card.model_validate(HOUSING))
CENTRE = Contact.model_validate(UNIT["contacts"][0])


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=STOCKHOLM)


def test_text_tells_names_numbers_hours_age_of_facts_and_what_is_not_known() -> None:
    text = as_text(CARDS, SV, TODAY)
    for words in (
        "Från Stödguiden 2026-11-20",
        "Familjevåldsenheten",
        "042-10 50 00",
        "mån–ons, fre 8–17",
        "Odaterad uppgift",
        "Det här säger källorna inte",
        "Nämns senast 2021",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (at(20, 7), at(20, 8)),
        (at(20, 8), at(23, 8)),
        (at(21, 12), at(23, 8)),
        (at(26, 7, 59), at(26, 8)),
    ],
)
def test_calendar_takes_the_next_opening(now: dt.datetime, opens: dt.datetime) -> None:
    assert next_opening(CENTRE, now) == opens


def test_what_is_always_open_or_has_no_hours_needs_no_calendar() -> None:
    assert next_opening(Contact.model_validate(SOS), at(20, 7)) is None
    assert next_opening(Contact(id="a", label="A"), at(20, 7)) is None
    assert as_calendar((), SV, at(20, 7)) == ""


def test_calendar_is_utc_escaped_and_folded_with_one_event_per_number() -> None:
    calendar = as_calendar(CARDS, SV, at(20, 7))
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "DTSTART:20261120T070000Z\r\n" in calendar
    assert "SUMMARY:Ring Kontaktcenter\\, 042-10 50 00\r\n" in calendar
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def pdf_text(language: UiLanguage, tmp_path: Any) -> str:
    path = tmp_path / "list.pdf"
    path.write_bytes(as_pdf(CARDS, wording(language), TODAY))
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pdf_holds_the_same_entries(tmp_path: Any) -> None:
    text = pdf_text("sv", tmp_path)
    assert "Min lista" in text
    assert "Familjevåldsenheten" in text
    assert "042-10 50 00" in text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("language", ["ar", "fa", "uk", "so"])
def test_pdf_has_letters_for_every_language(language: UiLanguage, tmp_path: Any) -> None:
    path = tmp_path / "list.pdf"
    path.write_bytes(as_pdf(CARDS, wording(language), TODAY))
    with pdfplumber.open(path) as pdf:
        fonts = {char["fontname"] for page in pdf.pages for char in page.chars}
        missing = [char for page in pdf.pages for char in page.chars if char["text"] == "\ufffd"]
    assert missing == []
    assert any("Arabic" in font for font in fonts) is (language in ("ar", "fa"))
