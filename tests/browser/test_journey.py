"""A visitor's way from question to source, on a phone and on a desk."""

import pytest

from tests.browser.journey import CHROMIUM, Journey, browser_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]

QUESTION = "min man slår mig, vart kan jag vända mig utan att det blir ett ärende?"


@pytest.mark.parametrize("width", [375, 1280])
def test_question_leads_to_a_cited_answer_and_its_source(ui_url: str, width: int) -> None:
    with browser_page(width) as page:
        journey = Journey(page, ui_url)
        journey.open()
        journey.ask(QUESTION)
        sentences = journey.wait_for_answer()
        assert sentences.count() > 0
        assert journey.crisis_is_first()
        assert journey.overflow() <= 0
        assert journey.announced()
        assert journey.open_first_citation().locator("mark").inner_text()


def test_targets_to_call_are_big_enough_for_a_thumb(ui_url: str) -> None:
    with browser_page(375) as page:
        journey = Journey(page, ui_url)
        journey.open()
        journey.ask(QUESTION)
        journey.wait_for_answer()
        assert min(journey.heights(".guide-call, [class*='st-key-cites-'] button")) >= 44


def test_page_is_swedish_and_can_be_left_at_once(ui_url: str) -> None:
    with browser_page(375) as page:
        away = "https://www.smhi.se/"
        page.route(f"{away}**", lambda route: route.fulfill(body="väder"))
        journey = Journey(page, ui_url)
        journey.open()
        assert page.locator("html").get_attribute("lang") == "sv"
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.wait_for_url(away)


def test_staff_page_asks_for_a_token_first(ui_url: str) -> None:
    with browser_page(375) as page:
        journey = Journey(page, ui_url)
        journey.open("/medarbetare")
        page.locator("input[type=password]").wait_for()
        assert page.locator(".st-key-ask").count() == 0
        assert journey.overflow() <= 0
