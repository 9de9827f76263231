"""Swedish that stands in an Arabic page is told to be Swedish, and runs from left to right."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import STAFF_TOKEN
from tests.browser.desk import Desk
from tests.browser.journey import CHROMIUM, Journey
from ui.wording import wording

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]

SITUATION = "flicka 15, skolfrånvaro, mamman sjukskriven, oro för umgänge"
NAME = wording("ar").named("provider", "region")
UNTOLD = """() => {
    const apart = "style, script, pre, textarea, .guide-brand-city, "
        + ".guide-question, bdi[id], [href^=mailto], [data-testid=stIconMaterial], "
        + "[class*=st-key-presses-], .stButton, .stPageLink, "
        + "[data-testid=stExpander] summary, .stSelectbox";
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walk.nextNode()) {
        const node = walk.currentNode.parentElement, text = walk.currentNode.textContent.trim();
        if (!/[a-zåäö]{3}/i.test(text) || /\\p{Script=Arabic}/u.test(text)) continue;
        if (node.closest(apart) || !node.closest(".stMain, [role=dialog]")) continue;
        const told = node.closest("[lang]").lang !== "ar";
        const turned = getComputedStyle(node).direction === "ltr" || node.closest("button");
        if (!told || !turned) found.add(text);
    }
    return [...found];
}"""
"""Texts in Latin letters whose language is that of the page. Labels of Streamlit's own buttons and
links are text without markup, and a question is in whatever language it was asked."""


def untold(page: Page) -> list[str]:
    found: list[str] = page.evaluate(UNTOLD)
    return [text for text in found if text != NAME]


@pytest.mark.parametrize(
    "path", ["/", "/utbud", "/stod?id=familjevaldsenheten&med=kvinnofridslinjen", "/barn", "/spar"]
)
def test_page_tells_what_is_swedish(journey: Journey, path: str) -> None:
    journey.open(f"{path}{'&' if '?' in path else '?'}lang=ar")
    journey.settle()
    assert untold(journey.page) == []


def test_answer_and_its_source_tell_what_is_swedish(journey: Journey) -> None:
    journey.open("/?lang=ar")
    journey.ask("min man slår mig")
    journey.wait_for_answer()
    journey.settle()
    assert untold(journey.page) == []
    journey.open_first_citation()
    assert untold(journey.page) == []


def test_desk_tells_what_is_swedish(page: Page, ui_url: str) -> None:
    desk = Desk(page, ui_url)
    desk.log_in(STAFF_TOKEN, "/medarbetare?lang=ar")
    page.set_viewport_size({"width": 1280, "height": 900})
    desk.write(SITUATION)
    desk.submit()
    desk.open_source()
    assert untold(page) == []
    desk.close_dialog()
    desk.take(0)
    desk.take(1)
    desk.compare()
    assert untold(page) == []
    desk.close_dialog()
    ways = page.locator(".st-key-desk-ways a")
    ways.nth(3).click()
    page.locator(".guide-sheet").wait_for()
    assert untold(page) == []
    ways.nth(2).click()
    page.locator(".guide-heat").wait_for()
    assert untold(page) == []


def test_chat_of_staff_tells_what_is_swedish(page: Page, ui_url: str) -> None:
    desk = Desk(page, ui_url)
    desk.log_in(STAFF_TOKEN, "/medarbetare?lang=ar")
    page.locator(".st-key-desk-ways a").nth(1).click()
    desk.ask("Vad är Skolfam?")
    page.locator(".guide-announce").last.wait_for(state="attached")
    desk.settle()
    assert untold(page) == []
