"""The range at a glance."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import RunningApi, shown, staff_page
from tests.ui.scripted_api import TOKEN
from tests.ui.scripted_catalogue import CATALOGUE
from ui.model import Card
from ui.parts.changes import by_year
from ui.parts.glossary import Explainer
from ui.parts.heat import Scope, gaps, heat, in_scope
from ui.situation import GlossaryItem, NewestSource
from ui.wording import wording

SV = wording("sv")
CARDS = tuple(Card.model_validate(card) for card in CATALOGUE)
SIP = GlossaryItem(term="SIP", also=("samordnad plan",), text="En <plan>.", passage_id="a:b")


def test_cell_counts_entries_of_an_area_by_their_needs_test() -> None:
    rows = heat(in_scope(CARDS, Scope()), ("violence", "gambling"))
    counts = {cell.test: len(cell.cards) for cell in rows[0].cells}
    assert (counts["none"], counts["unknown"], counts["required"]) == (1, 1, 0)
    assert next(cell.own for cell in rows[0].cells if cell.cards) == 1
    assert gaps(rows) == ("gambling",)


def test_what_is_not_offered_is_not_counted_and_filters_narrow() -> None:
    gone = CARDS[0].model_copy(update={"status": "ended"})
    topic = CARDS[0].model_copy(update={"kind": "topic"})
    assert in_scope((gone, topic), Scope()) == ()
    assert in_scope((gone, topic), Scope(everything=True)) == (topic,)
    assert in_scope(CARDS, Scope(providers=("contracted",))) == (CARDS[1],)
    assert in_scope(CARDS, Scope(levels=("universal",))) == ()


@pytest.mark.parametrize(("count", "step"), [(1, 1), (3, 2), (6, 3), (10, 4), (40, 4)])
def test_shade_follows_the_count(count: int, step: int) -> None:
    row = heat(CARDS[:1] * count, ("violence",))[0]
    assert row.cells[0].step == step


@pytest.mark.usefixtures("api")
def test_cell_leads_to_its_entries_and_gaps_are_told() -> None:
    page = staff_page("range", TOKEN)
    html = shown(page)
    assert 'data-guide-press="cell-violence-none"' in html
    assert SV("range.none") in html
    assert SV("range.gaps_note") in html
    assert SV("range.no_level") in html
    page.button(key="cell-violence-none").click().run()
    assert not page.exception
    assert '<h2 class="guide-row-name" lang="sv" dir="ltr">Familjevåldsenheten</h2>' in shown(page)
    page.button(key="range-take-familjevaldsenheten").click().run()
    taken = page.session_state["taken-along"]
    assert taken[0].evidence[0].lines == "99-102"


@pytest.mark.usefixtures("api")
def test_same_range_as_a_table() -> None:
    page = staff_page("range", TOKEN)
    page.button_group(key="range-view").set_value("table").run()
    html = shown(page)
    assert "<caption>" in html
    assert "Skyddat boende" in html
    assert SV("range.column.level") in html
    page.button(key="lacks-range-familjevaldsenheten").click().run()
    assert not page.exception
    assert "cause-desk-familjevaldsenheten-wrong" in {button.key for button in page.button}


@pytest.mark.usefixtures("api")
def test_changes_tell_day_entry_before_and_after_and_the_newest_sources() -> None:
    page = staff_page("range", TOKEN)
    page.button_group(key="range-view").set_value("changes").run()
    assert not page.exception
    html = shown(page)
    for words in (
        "2025-03-04",
        "Familjevåldsenheten",
        "Framgår inte om",
        "Ingen beh",
        "2025-02-03",
    ):
        assert words in html
    assert html.index("Alkoholhjälpen") < html.index("Bostad först")
    assert ">unknown<" not in html


@pytest.mark.usefixtures("api")
def test_what_the_guide_does_not_know_is_told_of_the_range_and_not_of_a_filter() -> None:
    page = staff_page("range", TOKEN)
    before = gaps_told(page)
    page.button_group(key="range-provider").set_value(["region"]).run()
    assert not page.exception
    assert SV("range.none") in shown(page)
    assert gaps_told(page) == before


def gaps_told(page: AppTest) -> str:
    return next(html.value for html in page.html if SV("range.gaps_note") in html.value)


def test_newest_sources_are_told_by_year() -> None:
    old = NewestSource(service_id="a", name="A", as_of=2021)
    new = NewestSource(service_id="b", name="B", as_of=2025)
    assert by_year((old, new)) == [(2025, [new]), (2021, [old])]


def test_term_is_marked_once_as_written_and_never_as_markup() -> None:
    explain = Explainer((SIP,), "x")
    html = explain("<b>SIP</b> och SIP, sip och Samordnad plan")
    assert html.count("<button") == 1
    assert "&lt;b&gt;" in html
    assert "<plan>" not in explain.notes()
    assert explain("En Samordnad plan") == "En Samordnad plan"


def test_without_a_glossary_texts_stay_as_they_are() -> None:
    explain = Explainer((), "x")
    assert explain("SIP & mer") == "SIP &amp; mer"
    assert explain(None) == ""
    assert explain.notes().strip() == ""


def test_range_is_not_shown_without_the_token(api: RunningApi) -> None:
    assert "guide-heat" not in shown(staff_page("range"))
    assert api.searches == []
