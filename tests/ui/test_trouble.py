"""What a visitor sees when the guide cannot answer."""

import pytest

from tests.ui.conftest import ask, labels, log_in, resident_page, shown, staff_page
from tests.ui.scripted_api import TOKEN
from ui.wording import wording

WORDS = wording("sv")


@pytest.mark.usefixtures("no_api")
def test_unreachable_api_gives_a_way_to_help_and_a_retry() -> None:
    page = ask(resident_page(), "min man slår mig")
    html = shown(page)
    assert "Vi når inte guiden" in html
    assert "Ring kommunens växel" in html
    assert 'href="tel:112"' in html
    assert WORDS("trouble.retry") in labels(page)
    assert "Traceback" not in html


@pytest.mark.usefixtures("no_api")
def test_retry_asks_again_in_the_same_place(request: pytest.FixtureRequest) -> None:
    page = ask(resident_page(), "min man slår mig")
    request.getfixturevalue("api")
    next(b for b in page.button if b.label == WORDS("trouble.retry")).click().run()
    html = shown(page)
    assert 'class="guide-crisis"' in html
    assert "Vi når inte guiden" not in html


@pytest.mark.usefixtures("api")
def test_broken_stream_keeps_what_arrived_and_says_so() -> None:
    html = shown(ask(resident_page(), "avbrott"))
    assert 'class="guide-crisis"' in html
    assert "Vi når inte guiden" in html


@pytest.mark.usefixtures("api")
def test_too_many_questions_is_told_in_words() -> None:
    assert "Vänta en minut" in shown(ask(resident_page(), "upptagen"))


@pytest.mark.usefixtures("api")
def test_situation_that_cannot_be_read_is_told_in_the_words_of_the_page() -> None:
    page = staff_page(token=TOKEN)
    page.text_area(key="situation-text").set_value("oläsligt")
    page.button(key="situation-submit").click().run()
    html = shown(page)
    assert WORDS("trouble.cause.question") in html
    assert "not readable" not in html


def test_wrong_address_names_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_API_URL", "127.0.0.1:8000")
    assert "GUIDE_API_URL" in shown(resident_page())


@pytest.mark.usefixtures("no_api")
def test_unreachable_api_is_not_called_a_wrong_token() -> None:
    html = shown(log_in(TOKEN))
    assert "Vi når inte guiden" in html
    assert "Koden stämmer inte" not in html
