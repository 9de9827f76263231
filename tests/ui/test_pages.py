"""The pages beside the conversation."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import SECONDS, RunningApi, ask, labels, resident_page, shown
from tests.ui.scripted_api import TOKEN
from ui.parts.links import PageName
from ui.wording import wording

WORDS = wording("sv")


def other_page(name: PageName, token: str | None = None, **parameters: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=SECONDS, kwargs={"name": name})
    if token:
        page.session_state["staff-token"] = token
    for key, value in parameters.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def _script(name: str) -> None:
    import streamlit as st

    from ui.pages import all_pages
    from ui.parts.language import chosen_words

    pages = all_pages(chosen_words(), name)  # type: ignore[arg-type]
    st.navigation(pages, position="hidden").run()


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("catalogue", "Hela utbudet"),
        ("list", "Min lista"),
        ("child", "För dig som är barn"),
        ("traces", "Lämna inga spår"),
        ("statement", "Tillgänglighetsredogörelse"),
    ],
)
def test_every_page_has_its_heading_a_number_to_call_and_the_way_out(
    name: PageName, title: str
) -> None:
    html = shown(other_page(name))
    assert f"<h1>{title}</h1>" in html
    assert 'class="guide-exit"' in html
    assert 'href="tel:042105000"' in html
    assert 'href="tel:112"' in html


@pytest.mark.usefixtures("no_api")
@pytest.mark.parametrize("name", ["catalogue", "child", "traces", "list"])
def test_without_the_api_a_page_still_says_whom_to_call(name: PageName) -> None:
    assert 'href="tel:112"' in shown(other_page(name)) or name in ("traces", "list")


def test_catalogue_sends_what_was_picked_and_offers_only_current_help(api: RunningApi) -> None:
    page = other_page("catalogue")
    page.selectbox(key="catalogue-group").set_value("children").run()
    page.selectbox(key="catalogue-need").set_value("none").run()
    page.number_input(key="catalogue-age").set_value(9).run()
    page.text_input(key="catalogue-q").set_value("enhet").run()
    assert not page.exception
    last = api.searches[-1]
    assert last["groups"] == "children"
    assert (last["needs_test"], last["age"], last["q"]) == ("none", "9", "enhet")
    assert last["status"] == "uncertain"
    html = shown(page)
    assert "Familjevåldsenheten" in html
    assert "Skyddat boende" not in html


@pytest.mark.usefixtures("api")
def test_entry_shows_texts_sources_and_what_is_related() -> None:
    html = shown(other_page("service", id="familjevaldsenheten"))
    assert '<h1 lang="sv" dir="auto">Familjevåldsenheten</h1>' in html
    assert "Ring och berätta." in html
    assert "Stöd och insatser i Helsingborg" in html
    assert "/stod?id=familjevaldsenheten" in html


@pytest.mark.usefixtures("api")
def test_staff_see_what_is_for_staff_alone_marked_and_keep_the_residents_card() -> None:
    page = other_page("service", TOKEN, id="familjevaldsenheten")
    html = shown(page)
    assert "Personalens jour" in html
    assert html.count(f">{WORDS('staff.only')}</span>") == 1
    assert html.index(WORDS("staff.only")) < html.index("Ring jouren först.")
    assert WORDS("desk.lacks") in labels(page)
    press(page, WORDS("card.keep"))
    kept = page.session_state["kept-cards"][0]
    assert [contact.label for contact in kept.contacts] == ["Kontaktcenter"]


@pytest.mark.usefixtures("api")
def test_entry_for_staff_alone_cannot_be_kept() -> None:
    page = other_page("service", TOKEN, id="skolsociala-teamet")
    assert "Skolsociala teamet" in shown(page)
    assert WORDS("card.keep") not in labels(page)


@pytest.mark.usefixtures("api")
def test_contacts_of_staff_never_come_to_residents() -> None:
    other_page("service", TOKEN, id="kontaktcenter")
    html = shown(other_page("service", id="kontaktcenter"))
    assert "042-99 99 99" not in html
    assert "042-10 50 00" in html


@pytest.mark.usefixtures("api")
def test_refused_token_is_forgotten_on_the_page_of_an_entry() -> None:
    page = other_page("service", "indragen", id="familjevaldsenheten")
    assert "staff-token" not in page.session_state
    assert "Ring och berätta." in shown(page)


@pytest.mark.usefixtures("api")
def test_two_entries_are_compared_row_by_row() -> None:
    html = shown(other_page("service", id="familjevaldsenheten", med="skyddat-boende"))
    table = html[html.index('<table class="guide-compare ') :]
    assert "Ingen behovsprövning behövs" in table
    assert "Framgår inte om behovsprövning krävs" in table


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize("wanted", ["finns-inte", "", "../x"])
def test_entry_that_is_not_there_leads_back(wanted: str) -> None:
    assert WORDS("catalogue.missing") in shown(other_page("service", id=wanted))


@pytest.mark.usefixtures("api")
def test_kept_card_comes_to_the_list_and_can_be_dropped() -> None:
    page = ask(resident_page(), "min man slår mig")
    press(page, WORDS("card.keep"))
    assert labels(page).count(WORDS("card.drop")) == 1
    press(page, WORDS("card.drop"))
    assert WORDS("card.drop") not in labels(page)


def test_error_on_a_card_is_reported_as_codes_with_its_id(api: RunningApi) -> None:
    page = ask(resident_page(), "min man slår mig")
    press(page, WORDS("report.open"))
    press(page, WORDS("report.cause.part_wrong"))
    assert api.opinions == [
        {
            "helpful": False,
            "cause": "part_wrong",
            "service_id": "familjevaldsenheten",
            "knowledge_version": "test",
        }
    ]
    assert WORDS("report.thanks") in shown(page)


@pytest.mark.usefixtures("api")
def test_card_tells_why_it_is_shown_and_what_happens_next() -> None:
    html = shown(ask(resident_page(), "min man slår mig"))
    assert "Varför visas detta?" in html
    assert "<q>Enheten tar emot vuxna.</q>" in html
    assert WORDS("card.next.none") in html


@pytest.mark.usefixtures("api")
def test_crisis_numbers_are_in_the_bar_after_a_crisis_and_not_before() -> None:
    page = resident_page()
    assert 'class="guide-crisis-bar"' not in shown(page)
    html = shown(ask(page, "min man slår mig"))
    bar = html[html.index('class="guide-crisis-bar"') :]
    assert bar.index("tel:112") < bar.index("tel:020505050") < bar.index('class="guide-reminder"')


@pytest.mark.usefixtures("api")
def test_what_remains_after_leaving_is_said_plainly() -> None:
    html = shown(other_page("traces"))
    for word in ("historik", "nätet", "telefonräkningen", "privat fönster"):
        assert word in html
