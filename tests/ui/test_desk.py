"""From a situation to what fits it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import RunningApi, labels, shown, staff_page
from tests.ui.scripted_answers import UNIT
from tests.ui.scripted_api import TOKEN
from ui.desk_client import DeskClient
from ui.model import Card, Evidence
from ui.parts.city_document import documents_html
from ui.settings import UiSettings
from ui.wording import wording

WORDS = wording("sv")
TEXT = "flicka 15, skolfrånvaro, oro hemma"


def searched(text: str = TEXT) -> AppTest:
    """The page for staff with the answer to that text."""
    page = staff_page(token=TOKEN)
    page.text_area(key="situation-text").set_value(text)
    return submit(page)


def submit(page: AppTest) -> AppTest:
    page.button(key="situation-submit").click().run()
    assert not page.exception
    return page


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    return page


def table(page: AppTest) -> str:
    html = shown(page)
    return html[html.index('<table class="guide-table guide-desk-table"') : html.index("</table>")]


def test_fields_are_sent_and_none_is_for_who_somebody_is(api: RunningApi) -> None:
    page = staff_page(token=TOKEN)
    page.button_group(key="situation-who").set_value("youth")
    page.number_input(key="situation-age").set_value(15)
    page.button_group(key="situation-areas").set_value(["school", "violence"])
    page.button_group(key="situation-soon").set_value("days")
    page.selectbox(key="situation-language").set_value("ar")
    page.toggle(key="situation-interpreter").set_value(True)
    page.toggle(key="situation-own").set_value(True)
    submit(page)
    assert api.situations == [
        {
            "text": "",
            "who": "youth",
            "age": 15,
            "areas": ["school", "violence"],
            "soon": "days",
            "language": "ar",
            "interpreter": True,
            "without": [],
            "provider": ["own"],
            "needs_test": [],
        }
    ]
    fields = [field.label for field in (*page.text_input, *page.text_area, *page.number_input)]
    assert fields == [WORDS("desk.text"), WORDS("desk.age")]


@pytest.mark.usefixtures("api")
def test_warning_stands_above_the_text_and_the_limit_of_the_guide_is_said() -> None:
    html = shown(staff_page(token=TOKEN))
    assert WORDS("desk.warning") in html
    assert WORDS("desk.not") in html


def test_empty_form_asks_for_something_and_sends_nothing(api: RunningApi) -> None:
    page = submit(staff_page(token=TOKEN))
    assert WORDS("desk.says_nothing") in shown(page)
    assert api.situations == []


@pytest.mark.usefixtures("api")
def test_table_tells_reason_source_test_ages_who_starts_and_what_is_not_known() -> None:
    html = table(searched())
    for words in (
        "skolfrånvaro",
        "<q>Du kan få stöd om du utsätts för våld</q>",
        "Stöd och insatser i Helsingborg</span>, rad 99-102, 2025",
        "Stöd och insatser i Helsingborg</span>, rad 12-14, 2024",
        "Källorna säger inte om behovsprövning krävs.",
        "6–12 år",
        "Egen regi",
        '<strong>Passar inte:</strong> <span lang="sv" dir="ltr">Vuxna.</span>',
        "Familjevåldsenheten</dd>",
        'href="tel:042105000"',
        "Det här säger källorna inte",
        "Nämns senast 2021",
    ):
        assert words in html


@pytest.mark.usefixtures("api")
def test_table_has_a_caption_and_every_cell_the_name_of_its_column() -> None:
    html = table(searched())
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', html)
    assert "<caption>" in html
    assert html.count('<th scope="row"') == 3
    assert html.count("data-label=") == 3 * (len(heads) - 1)


@pytest.mark.usefixtures("api")
def test_what_is_not_offered_stands_apart_with_what_replaced_it() -> None:
    page = searched()
    html = shown(page)
    assert "Villa Vänta" not in table(page)
    apart = html[html.index('class="guide-apart"') :]
    assert "Villa Vänta" in apart
    assert "Nya villan" in apart
    assert "Tysta huset" in apart
    assert 'data-guide-press="open-villa"' in apart
    assert 'data-guide-press="open-tyst"' not in apart
    assert "cause-desk-tyst-wrong" in {one.key for one in press(page, "lacks-tyst").button}


@pytest.mark.usefixtures("api")
def test_need_of_somebody_else_is_said_to_be_so_on_its_chip() -> None:
    html = shown(searched())
    assert f'oro hemma</span> <span class="guide-limit">({WORDS("desk.others")})' in html
    assert html.count(f"({WORDS('desk.others')})") == 1


@pytest.mark.usefixtures("api")
def test_button_of_a_taken_row_is_named_by_what_it_says() -> None:
    html = table(press(searched(), "take-skolsociala-teamet"))
    assert '✓ Med i listan<span class="guide-you">: <span lang="sv" dir="ltr">Skolso' in html
    assert "aria-label" not in html


def test_term_is_taken_away_and_put_back(api: RunningApi) -> None:
    page = searched()
    assert "Ta bort: skolfrånvaro" in labels(page)
    press(page, "without-1")
    assert api.situations[-1]["without"] == ["need:a"]
    assert api.situations[-1]["text"] == TEXT
    assert "Ta bort: skolfrånvaro" not in labels(page)
    press(page, "again-0")
    assert api.situations[-1]["without"] == []
    assert "Ta bort: skolfrånvaro" in labels(page)


def test_masked_text_takes_the_place_of_what_was_written(api: RunningApi) -> None:
    page = searched("flicka 19900101-1234")
    assert "flicka [personnummer]" in shown(page)
    press(page, "without-0")
    press(page, "use-masked")
    assert api.situations[-1]["without"] == ["age:15"]
    assert page.text_area(key="situation-text").value == "flicka [personnummer]"
    assert api.situations[-1]["text"] == "flicka [personnummer]"
    assert "19900101" not in repr(page.session_state["searched-situation"])


@pytest.mark.usefixtures("api")
def test_crisis_comes_before_all_else_of_the_answer() -> None:
    html = shown(searched("vill dö"))
    crisis = html.index('class="guide-crisis"')
    assert crisis < html.index("Numren för i dag.") < html.index('class="guide-chips"')


@pytest.mark.usefixtures("api")
def test_source_opens_with_the_quote_marked_and_the_citys_own_words() -> None:
    html = shown(press(searched(), "open-familjevaldsenheten"))
    assert "<mark>Du kan få stöd om du utsätts för våld</mark>" in html
    assert "<mark>särskild ingång för vuxna kommuninvånare</mark>" in html
    assert "rad 98-103" in html


@pytest.mark.usefixtures("api")
def test_document_that_is_not_published_is_said_to_be_missing() -> None:
    html = shown(press(searched(), "test-skolsociala-teamet"))
    assert WORDS("desk.document_missing") in html
    assert WORDS("source.quote_only") not in html
    assert "<mark>Källorna säger inte om behovsprövning krävs.</mark>" in html


@pytest.mark.parametrize(
    ("lines", "key"),
    [("1-2", "document_failed"), ("3-4", "document_without"), ("5-6", "document_missing")],
)
def test_document_without_text_tells_which_of_three_reasons(
    api: RunningApi, lines: str, key: str
) -> None:
    line = Evidence(document="S25", title="Stöd", lines=lines)
    html = documents_html([line], DeskClient(UiSettings(api.url), TOKEN), WORDS)
    assert WORDS(f"desk.{key}") in html


@pytest.mark.usefixtures("api")
def test_two_rows_that_are_taken_along_are_compared() -> None:
    page = searched()
    assert "compare-picked" not in {button.key for button in page.button}
    press(press(page, "take-skolsociala-teamet"), "take-skyddat-boende")
    html = shown(press(page, "compare-picked"))
    compared = html[html.index('<table class="guide-compare guide-compare-2"') :]
    assert "Elever som är borta från skolan." in compared
    assert "Skyddat boende" in compared


def test_what_is_missing_is_told_as_codes_with_the_entrys_id(api: RunningApi) -> None:
    page = press(searched(), "lacks-skolsociala-teamet")
    assert not [button for button in page.button if button.label == WORDS("report.cancel")]
    press(page, "cause-desk-skolsociala-teamet-missing_essentials")
    assert api.opinions[0]["service_id"] == "skolsociala-teamet"
    assert api.opinions[0]["cause"] == "missing_essentials"


@pytest.mark.usefixtures("api")
def test_abbreviation_is_explained_where_it_stands() -> None:
    html = shown(searched())
    assert 'title="SIP betyder samordnad individuell plan."' in html
    assert html.count("popovertarget=") == 1
    assert "popover" in html[html.index('class="guide-term-note"') - 200 :]


def test_refused_token_brings_the_login_back(api: RunningApi) -> None:
    page = staff_page(token="indragen")
    page.text_area(key="situation-text").set_value(TEXT)
    submit(page)
    assert len(api.situations) == 1
    assert WORDS("staff.wrong_token") in shown(page)
    assert "staff-token" not in page.session_state


@pytest.mark.usefixtures("api")
def test_logging_out_forgets_the_situation_and_the_list() -> None:
    page = press(searched(), "take-skolsociala-teamet")
    page.button_group(key="situation-areas").set_value(["school"])
    page.number_input(key="situation-age").set_value(15).run()
    page.session_state["kept-cards"] = (Card.model_validate(UNIT),)
    press(page, "logout")
    for key in ("searched-situation", "taken-along", "kept-cards", "situation-text"):
        assert key not in page.session_state
    page.text_input(key="staff-token-typed").set_value(TOKEN)
    next(button for button in page.button if button.label == "Fortsätt").click().run()
    assert not page.text_area(key="situation-text").value
    assert page.number_input(key="situation-age").value is None
    assert page.button_group(key="situation-areas").value == []
