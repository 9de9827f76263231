"""A social worker with ninety seconds: from a situation to a list in her notes."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import STAFF_TOKEN
from tests.browser.desk import Desk
from tests.browser.journey import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]

SITUATION = "flicka 15, skolfrånvaro, mamman sjukskriven, oro för umgänge"
MOST_ACTIONS = 8
MOST_SECONDS = 90
WIDTHS = (375, 1280)
SCHEMES = ("light", "dark")
LIST = "#guide-along-text"


@pytest.fixture
def desk(page: Page, ui_url: str) -> Desk:
    """The desk after the login."""
    desk = Desk(page, ui_url)
    desk.log_in(STAFF_TOKEN)
    return desk


def found_everywhere(desk: Desk) -> list[str]:
    """Violations of the page as it stands, in every width and scheme, and sideways scrolling."""
    found = []
    for scheme in SCHEMES:
        desk.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in WIDTHS:
            desk.page.set_viewport_size({"width": width, "height": 800})
            desk.settle()
            found += [f"{scheme} {width}: {line}" for line in violations(desk.page)]
            if desk.overflow() > 0:
                found.append(f"{scheme} {width}: wider than the window")
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_from_a_situation_to_a_copied_list_with_sources(desk: Desk, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    began = time.monotonic()
    desk.write(SITUATION)
    desk.submit()
    names = [desk.take(index) for index in range(3)]
    desk.go("Att ta med")
    desk.copy()
    assert time.monotonic() - began < MOST_SECONDS
    assert desk.actions <= MOST_ACTIONS
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert all(name in copied for name in names)
    assert copied.count("Källa: ") >= len(names)
    assert "flicka" not in copied


def test_axe_finds_nothing_on_the_form_and_in_what_was_found(desk: Desk) -> None:
    assert found_everywhere(desk) == []
    desk.write(SITUATION)
    desk.submit()
    assert found_everywhere(desk) == []
    desk.open_source()
    assert violations(desk.page) == []


def test_axe_finds_nothing_side_by_side_nor_in_the_list(desk: Desk) -> None:
    desk.write(SITUATION)
    desk.submit()
    for index in range(3):
        desk.take(index)
    desk.compare()
    assert violations(desk.page) == []
    desk.close_dialog()
    desk.go("Att ta med")
    assert found_everywhere(desk) == []
    desk.page.get_by_role("radio", name="Att lämna över").click()
    desk.settle()
    assert found_everywhere(desk) == []


@pytest.mark.parametrize("view", ["Bild", "Tabell", "Ändringar"])
def test_axe_finds_nothing_on_the_range(desk: Desk, view: str) -> None:
    desk.go("Överblick")
    desk.page.get_by_role("radio", name=view).click()
    desk.settle()
    assert found_everywhere(desk) == []


def test_axe_finds_nothing_on_the_desk_from_right_to_left(page: Page, ui_url: str) -> None:
    desk = Desk(page, ui_url)
    desk.log_in(STAFF_TOKEN, "/medarbetare?lang=ar")
    desk.write(SITUATION)
    desk.submit()
    assert found_everywhere(desk) == []


def test_situation_by_keyboard_alone(desk: Desk) -> None:
    page = desk.page
    page.locator("h1").evaluate("n => { n.tabIndex = -1; n.focus(); }")
    desk.tab_to(".st-key-situation-text textarea")
    page.keyboard.type(SITUATION)
    desk.tab_to(".st-key-situation-who [role='radio']")
    page.keyboard.press("Space")
    desk.tab_to(".st-key-situation-submit button")
    assert desk.focus_is_seen()
    page.keyboard.press("Enter")
    page.locator(".guide-desk-table").wait_for()
    desk.settle()
    expect(page.locator("[data-guide-arrive]")).to_be_focused()
    desk.tab_to(".guide-chip")
    page.keyboard.press("Enter")
    page.locator(".guide-chip-off").wait_for()
    desk.settle()
    expect(page.locator(".guide-chip:focus, [data-guide-arrive]:focus")).to_have_count(1)
    desk.tab_to(".guide-take")
    assert desk.focus_is_seen()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-take:focus")).to_have_attribute("aria-pressed", "true")
    desk.tab_to("td .guide-source")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").locator("mark").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    expect(page.locator("td .guide-source:focus")).to_have_count(1)


def test_cell_of_the_picture_leads_to_its_entries(desk: Desk) -> None:
    desk.go("Överblick")
    cell = desk.page.locator(".guide-heat button").first
    count = int(cell.locator(".guide-cell-count").inner_text())
    cell.click()
    expect(desk.page.locator("[data-guide-arrive]")).to_be_focused()
    expect(desk.page.locator("[class*='st-key-card-range-']")).to_have_count(count)


def test_found_at_four_hundred_per_cent_needs_no_scrolling_sideways(desk: Desk) -> None:
    desk.write(SITUATION)
    desk.submit()
    desk.page.set_viewport_size({"width": 320, "height": 256})
    desk.settle()
    assert desk.overflow() <= 0


def test_explanation_opens_on_a_press_and_closes_with_escape(desk: Desk) -> None:
    desk.write("barnet behöver en SIP och skyddat boende, orosanmälan är gjord")
    desk.submit()
    term = desk.page.locator(".guide-term").first
    term.click()
    note = desk.page.locator(".guide-term-note:popover-open")
    expect(note).to_have_count(1)
    desk.page.keyboard.press("Escape")
    expect(note).to_have_count(0)
