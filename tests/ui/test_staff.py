"""The chat that staff ask in, and the way in to their pages."""

import pytest

from tests.ui.conftest import RunningApi, ask, labels, log_in, shown, staff_page
from tests.ui.scripted_api import TOKEN
from ui.markup import plain_label, render
from ui.model import Card
from ui.parts.glossary import Explainer
from ui.parts.staff_answer import table_row
from ui.wording import wording

SV = wording("sv")
pytestmark = pytest.mark.usefixtures("api")


def test_nothing_can_be_asked_before_the_token_is_given() -> None:
    page = staff_page()
    assert not page.chat_input
    assert "Skriv inte om enskilda personer" in shown(page)
    assert "Den bedömer inte rätt till en insats" in shown(page)


def test_wrong_token_is_told_and_not_kept() -> None:
    page = log_in("fel", "question")
    assert "Koden stämmer inte" in shown(page)
    assert not page.chat_input
    assert "staff-token" not in page.session_state


def test_empty_token_asks_for_one() -> None:
    assert "Skriv personalkoden först" in shown(log_in(" "))


def test_staff_ask_as_staff_and_read_a_table_with_evidence_and_year(api: RunningApi) -> None:
    page = ask(log_in(TOKEN, "question"), "Vilket stöd finns vid våld?")
    html = shown(page)
    assert api.asked[0]["audience"] == "staff"
    table = html[html.index("<table") : html.index("</table>")]
    for words in (
        "Familjevåldsenheten",
        "Egen regi",
        "Upphandlad utförare",
        "Stöd och insatser i Helsingborg</span>, rad 99-102",
        "2025",
        "framgår inte",
    ):
        assert words in table


def test_filters_reach_the_api(api: RunningApi) -> None:
    page = log_in(TOKEN, "question")
    page.toggle(key="staff-own").set_value(True)
    page.button_group(key="staff-needs-test").set_value(["none"])
    ask(page.run(), "Vad finns?")
    assert api.asked[0]["filters"] == {"needs_test": ["none"], "provider": ["own"]}


def test_token_refused_later_brings_the_login_back() -> None:
    page = log_in(TOKEN, "question")
    page.session_state["staff-token"] = "indragen"
    ask(page, "Vad finns?")
    assert "Koden stämmer inte" in shown(page)
    assert "staff-token" not in page.session_state


def test_logging_out_forgets_token_and_conversation() -> None:
    page = ask(log_in(TOKEN, "question"), "Vad finns?")
    page.button(key="logout").click().run()
    assert "Vad finns?" not in shown(page)
    assert "staff-token" not in page.session_state


def test_source_buttons_end_in_their_year() -> None:
    page = ask(log_in(TOKEN, "question"), "Vad finns?")
    sources = [label for label in labels(page) if label.startswith(plain_label("["))]
    assert [label.rsplit(" ", 1)[1] for label in sources] == ["2025", "2025", "odaterad"]


def test_what_an_entry_of_the_table_lacks_is_told_as_codes_with_its_id(api: RunningApi) -> None:
    page = ask(log_in(TOKEN, "question"), "Vilket stöd finns vid våld?")
    table = next(html.value for html in page.html if "<table" in html.value)
    keys = [str(one.key) for one in page.button if f'data-guide-press="{one.key}"' in table]
    assert len(keys) == table.count('<th scope="row"')
    assert keys[0].endswith("-familjevaldsenheten")
    page.button(key=keys[0]).click().run()
    page.button(key="cause-desk-familjevaldsenheten-missing_essentials").click().run()
    assert not page.exception
    assert api.opinions == [
        {
            "helpful": False,
            "cause": "missing_essentials",
            "service_id": "familjevaldsenheten",
            "knowledge_version": "test",
        }
    ]


def test_entry_that_needs_no_word_of_a_test_says_so_in_words() -> None:
    card = Card(id="a", name="A", needs_test="not_applicable", needs_test_note="Den söks inte.")
    rows = [table_row(card, (), SV)]
    html = render("table", w=SV, rows=rows, explain=Explainer((), "x"))
    assert f"{SV('needs_test.not_applicable')} <span" in html
    assert ">Den söks inte.</span>" in html
