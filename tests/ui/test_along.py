"""What staff take along."""

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import SECONDS, shown
from tests.ui.scripted_api import TOKEN
from tests.ui.scripted_desk import SITUATION
from ui.languages import SWEDISH
from ui.listing.notes import handed_over, head_of_notes, notes, text_of
from ui.markup import render
from ui.model import Contact
from ui.parts.along import Along
from ui.situation import SituationAnswer
from ui.wording import wording

SV = wording("sv")
ROWS = SituationAnswer.model_validate(SITUATION).rows
TODAY = dt.date(2026, 11, 20)


def along_page(*ids: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=SECONDS)
    page.session_state["staff-token"] = TOKEN
    page.session_state["taken-along"] = tuple(row for row in ROWS if row.card.id in ids)
    page.run()
    assert not page.exception
    return page


def handing_over(*ids: str) -> AppTest:
    page = along_page(*ids)
    return page.button_group(key="along-form").set_value("hand-over").run()


def _script() -> None:
    import streamlit as st

    from ui.pages import all_pages
    from ui.parts.language import chosen_words

    st.navigation(all_pages(chosen_words(), "along"), position="hidden").run()


def test_notes_name_every_source_with_document_lines_and_year() -> None:
    text = text_of(head_of_notes(SV, TODAY), notes(ROWS, SV))
    for words in (
        "Från Stödguiden 2026-11-20",
        "Listan innehåller inget om någon person.",
        "Guiden: Du kan få stöd om du utsätts för våld",
        "Källa: Stöd och insatser i Helsingborg, rad 99-102, 2025",
        "Källa: Stöd och insatser i Helsingborg, rad 12-14, 2024",
        "Behovsprövning: Framgår inte om behovsprövning krävs. Källorna säger inte",
        "Initieras av: Rektorn, efter SIP",
        "Passar inte: Vuxna.",
        "042-10 50 00",
    ):
        assert words in text
    assert "”" not in text
    assert text.split("\n\n")[1].count("rad 99-102") == 1


def test_nothing_that_was_searched_with_is_taken_along() -> None:
    along = Along({})
    along.toggle(ROWS[0])
    assert along.rows[0].needs == ()
    assert "15 år" not in text_of("", notes(along.rows, SV))


def test_row_is_taken_once_and_left_again() -> None:
    along = Along({})
    along.toggle(ROWS[1])
    along.toggle(ROWS[0])
    assert along.of(ROWS)[0].card.id == ROWS[0].card.id
    along.toggle(ROWS[1])
    assert not along.holds(ROWS[1].card.id)


def test_list_to_hand_over_leaves_swedish_only_texts_out_in_other_languages() -> None:
    entries = handed_over([ROWS[0].card], {ROWS[0].card.id: "ملخص"}, wording("ar"))
    assert entries[0].summary == "ملخص"
    assert not any(ROWS[0].card.who_it_is_for in line for line in entries[0].lines)
    assert any("042-10 50 00" in line for line in entries[0].lines)


@pytest.mark.usefixtures("api")
def test_page_has_the_list_to_copy_and_a_pdf() -> None:
    page = along_page("familjevaldsenheten", "skyddat-boende")
    html = shown(page)
    assert 'data-guide-copy="guide-along-text"' in html
    assert "rad 99-102, 2025" in html
    assert page.get("download_button")


@pytest.mark.usefixtures("api")
def test_hand_over_is_in_the_language_that_was_asked_for_and_says_what_lacks() -> None:
    page = handing_over("familjevaldsenheten", "skyddat-boende")
    page.button_group(key="along-language").set_value("uk").run()
    assert not page.exception
    lacking = SV("along.lacking", names="Familjevåldsenheten, Skyddat boende")
    assert lacking in shown(page)
    page.button_group(key="along-language").set_value("ar").run()
    assert not page.exception
    html = shown(page)
    assert "ملخص Familjevåldsenheten" in html
    assert wording("ar")("language.draft") in html


@pytest.mark.usefixtures("api")
def test_hand_over_holds_only_what_residents_may_read_and_says_what_is_left_out() -> None:
    page = along_page("familjevaldsenheten", "skolsociala-teamet")
    theirs = Contact(id="jour", label="Personalens jour", phone="042-00 00 00")
    rows = page.session_state["taken-along"]
    page.session_state["taken-along"] = tuple(
        row.model_copy(update={"card": row.card.model_copy(update={"contacts": (theirs,)})})
        for row in rows
    )
    page.button_group(key="along-form").set_value("hand-over").run()
    assert not page.exception
    html = shown(page)
    handed = html[html.index('class="guide-press"') :]
    assert SV("along.staff_only", names="Skolsociala teamet") in html
    assert "Skolsociala teamet" not in handed
    assert "042-00 00 00" not in html
    assert "042-10 50 00" in handed


def test_swedish_texts_are_marked_as_such_in_a_list_of_another_language() -> None:
    en = wording("en")
    html = render("along_list", written=en, title="", head="", entries=notes(ROWS[:1], en))
    assert f'<p lang="sv" dir="ltr">{ROWS[0].card.summary}</p>' in html
    assert f'<li dir="auto">Started by: {SWEDISH.format("Rektorn, efter SIP")}</li>' in html
    assert f'<li dir="auto">{SWEDISH.format("Kontaktcenter")}: 042-10 50 00' in html
    assert f"Source: {SWEDISH.format('Stöd och insatser i Helsingborg')}, line 99-102" in html


@pytest.mark.usefixtures("api")
def test_empty_list_leads_back() -> None:
    assert SV("along.empty") in shown(along_page())
