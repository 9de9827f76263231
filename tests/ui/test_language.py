"""The language that a visitor picks."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import SCREEN, SECONDS, RunningApi, ask, resident_page, shown
from ui.wording import LANGUAGES, UiLanguage, wording

pytestmark = pytest.mark.usefixtures("api")


def pick(page: AppTest, language: UiLanguage) -> AppTest:
    page.button_group(key="language").set_value(language).run()
    assert not page.exception
    return page


def test_languages_are_offered_by_their_own_names() -> None:
    offered = resident_page().button_group(key="language").options
    assert list(offered) == [wording(code).name for code in LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_page_speaks_the_picked_language(language: UiLanguage) -> None:
    words = wording(language)
    html = shown(pick(resident_page(), language))
    assert words("intro.title") in html
    assert words("disclosure.short") in html
    assert f'data-guide-language="{words.language}"' in html
    assert f'data-guide-direction="{words.direction}"' in html


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("sv", ("plain", None)),
        ("easy", ("easy", None)),
        ("en", ("plain", "en")),
        ("fa", ("plain", "fa")),
    ],
)
def test_picked_language_reaches_the_api(
    api: RunningApi, language: UiLanguage, asked: tuple[str, str | None]
) -> None:
    ask(pick(resident_page(), language), "help")
    assert [(body["style"], body["language"]) for body in api.asked] == [asked]


def test_language_stands_in_the_address_so_that_a_reload_keeps_it() -> None:
    page = pick(resident_page(), "so")
    assert page.query_params["lang"] == "so"
    reloaded = AppTest.from_file(str(SCREEN), default_timeout=SECONDS)
    reloaded.query_params["lang"] = "so"
    assert wording("so")("intro.title") in shown(reloaded.run())


def test_draft_translations_say_that_they_are_drafts() -> None:
    assert wording("uk")("language.draft") in shown(pick(resident_page(), "uk"))
    assert wording("sv")("language.draft") not in shown(resident_page())


def test_swedish_answer_to_another_language_is_marked_and_told() -> None:
    page = ask(pick(resident_page(), "ar"), "مساعدة")
    html = shown(page)
    assert wording("ar")("answer.other_language") in html
    assert '<p class="guide-sentence" lang="sv" dir="ltr"' in html


def test_card_tells_in_the_visitors_language_what_it_is() -> None:
    html = shown(ask(pick(resident_page(), "ar"), "مساعدة"))
    own = html.index("ملخص Skyddat boende")
    assert own < html.index("Ett boende där den som hotar dig")
