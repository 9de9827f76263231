"""WCAG 2.2 AA as far as machines can tell: axe-core, the keyboard, zoom and big text."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.journey import CHROMIUM, Journey

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]

QUESTION = "min man slår mig"
PAGES = [
    "/", "/utbud", "/stod?id=familjevaldsenheten&med=kvinnofridslinjen", "/lista", "/barn", "/spar",
    "/tillganglighet", "/medarbetare",
]  # fmt: skip
WIDTHS = (375, 1280)
SCHEMES = ("light", "dark")


def address(path: str, language: str) -> str:
    joint = "&" if "?" in path else "?"
    return path if language == "sv" else f"{path}{joint}lang={language}"


def found_everywhere(journey: Journey, page: Page) -> list[str]:
    """Violations of the page as it stands, in every width and scheme, and sideways scrolling."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            journey.settle()
            found += [f"{scheme} {width}: {line}" for line in violations(page)]
            if journey.overflow() > 0:
                found.append(f"{scheme} {width}: wider than the window")
    return found


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page(
    journey: Journey, page: Page, path: str, language: str
) -> None:
    journey.open(address(path, language))
    journey.settle()
    assert found_everywhere(journey, page) == []


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_axe_finds_nothing_in_an_answer_nor_in_its_source(
    journey: Journey, page: Page, language: str
) -> None:
    journey.open(address("/", language))
    journey.ask(QUESTION)
    journey.wait_for_answer()
    journey.settle()
    assert found_everywhere(journey, page) == []
    journey.open_first_citation()
    assert violations(page) == []


def test_whole_conversation_by_keyboard_alone(journey: Journey, page: Page) -> None:
    journey.open()
    journey.tab_to(".st-key-ask textarea")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    journey.wait_for_answer()
    journey.settle()
    page.locator(".guide-reminder").evaluate("n => { n.tabIndex = -1; n.focus(); }")
    journey.tab_to(".guide-crisis a.guide-call")
    assert journey.focus_is_seen()
    journey.tab_to("[class*='st-key-cites-'] button")
    assert journey.focus_is_seen()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").locator("mark").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    journey.tab_to("[class*='st-key-keep-'] button")
    assert journey.focus_is_seen()
    page.keyboard.press("Enter")
    page.locator(".st-key-foot").get_by_text("Min lista (1)").wait_for()
    journey.tab_to(".st-key-follow-ups button")
    page.keyboard.press("Enter")
    page.locator(".guide-question").nth(1).wait_for()


@pytest.mark.parametrize("path", ["/", "/stod?id=familjevaldsenheten&med=kvinnofridslinjen"])
def test_four_hundred_per_cent_zoom_needs_no_scrolling_sideways(
    journey: Journey, page: Page, path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    journey.open(path)
    journey.settle()
    assert journey.overflow() <= 0
    assert page.locator("h1").first.bounding_box()


def test_text_twice_as_large_fits_and_covers_nothing(journey: Journey, page: Page) -> None:
    journey.open()
    page.add_style_tag(content="html { font-size: 200% !important; }")
    journey.ask(QUESTION)
    journey.wait_for_answer()
    journey.settle()
    assert journey.overflow() <= 0
    assert violations(page) == []


def test_reduced_motion_stops_what_moves(journey: Journey, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    journey.open()
    moving = page.evaluate("document.getAnimations().filter(a => a.playState === 'running').length")
    assert moving == 0
