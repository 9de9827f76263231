"""A day at the desk with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import STAFF_TOKEN
from tests.browser.desk import Desk
from tests.browser.journey import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]

SITUATION = "flicka 15, skolfrånvaro, oro för umgänge"
TEXT = ".st-key-situation-text textarea"
AGE = ".st-key-situation-age input"
FOUND = "[data-guide-arrive]"


@pytest.fixture
def desk(page: Page, ui_url: str) -> Desk:
    """The desk on a wide screen, after the login."""
    page.set_viewport_size({"width": 1280, "height": 800})
    desk = Desk(page, ui_url)
    desk.log_in(STAFF_TOKEN)
    return desk


def found(desk: Desk) -> None:
    """Waits for an answer, whose heading then has the focus."""
    desk.page.locator(".guide-desk-table").wait_for()
    desk.settle()
    expect(desk.page.locator(FOUND)).to_be_focused()


def take(desk: Desk) -> None:
    """Takes the next row along with the space bar; the focus stays at its button."""
    desk.tab_to(".guide-take[aria-pressed='false']", most=80)
    assert desk.focus_is_seen()
    desk.page.keyboard.press("Space")
    expect(desk.page.locator(".guide-take:focus")).to_have_attribute("aria-pressed", "true")


def test_login_and_every_way_lead_to_the_heading_of_the_page(desk: Desk) -> None:
    title = desk.page.locator("h1")
    expect(title).to_be_focused()
    for way in ("Överblick", "Att ta med", "Fråga", "Situation"):
        desk.tab_back_to(".st-key-desk-ways a", way)
        assert desk.focus_is_seen()
        desk.page.keyboard.press("Enter")
        desk.settle()
        expect(title).to_be_focused()


def test_enter_in_the_age_and_control_enter_in_the_text_search(desk: Desk) -> None:
    desk.tab_to(TEXT)
    desk.page.keyboard.type(SITUATION)
    desk.page.keyboard.press("Control+Enter")
    found(desk)
    desk.page.reload()
    desk.log_in(STAFF_TOKEN)
    desk.tab_to(AGE)
    desk.page.keyboard.type("15")
    desk.page.keyboard.press("Enter")
    found(desk)


def test_rows_are_picked_compared_and_taken_along(desk: Desk) -> None:
    page = desk.page
    desk.tab_to(TEXT)
    page.keyboard.type(SITUATION)
    page.keyboard.press("Control+Enter")
    found(desk)
    take(desk)
    take(desk)
    desk.tab_back_to("[data-guide-press='compare-picked']")
    assert desk.focus_is_seen()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").locator("table").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    expect(page.locator("[data-guide-press='compare-picked']")).to_be_focused()
    desk.tab_back_to(".st-key-desk-ways a", "Att ta med")
    page.keyboard.press("Enter")
    expect(page.locator(".guide-sheet article")).to_have_count(2)
    expect(page.locator("h1")).to_be_focused()
    desk.tab_to("[data-guide-copy]")
    assert desk.focus_is_seen()
    page.keyboard.press("Enter")
    expect(page.locator("[data-guide-copy]")).to_have_text(re.compile("Kopierat"))
