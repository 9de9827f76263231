"""A visitor's way from question to source, on a phone and on a desk."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import CHROMIUM, Journey

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]

QUESTION = "min man slår mig, vart kan jag vända mig utan att det blir ett ärende?"
AWAY = "https://www.smhi.se/"


@pytest.mark.parametrize("width", [375, 1280])
def test_question_leads_to_a_cited_answer_and_its_source(journey: Journey, width: int) -> None:
    journey.page.set_viewport_size({"width": width, "height": 800})
    journey.open()
    journey.ask(QUESTION)
    sentences = journey.wait_for_answer()
    assert sentences.count() > 0
    assert journey.crisis_is_first()
    assert journey.overflow() <= 0
    assert journey.open_first_citation().locator("mark").inner_text()


def test_crisis_numbers_stay_in_sight_and_targets_are_big_enough(journey: Journey) -> None:
    journey.open()
    journey.ask(QUESTION)
    journey.wait_for_answer()
    journey.page.locator(".st-key-foot").scroll_into_view_if_needed()
    expect(journey.page.locator(".guide-crisis-bar a").first).to_be_in_viewport()
    expect(journey.page.locator(".guide-human")).to_be_in_viewport()
    targets = ".guide-call, .guide-crisis-bar a, .guide-exit, [class*='st-key-cites-'] button"
    assert min(journey.heights(targets)) >= 44


def test_live_region_speaks_every_finished_sentence_once_a_crisis_first(journey: Journey) -> None:
    journey.open()
    journey.ask(QUESTION)
    sentences = journey.wait_for_answer().all_inner_texts()
    journey.settle()
    spoken = journey.page.locator("#guide-live p").all_inner_texts()
    crisis = journey.page.locator(".guide-crisis-text").inner_text()
    assert spoken[0] == crisis
    assert [line for line in spoken if line in sentences] == sentences
    assert "klart" in spoken[-1]
    assert journey.page.locator("[aria-live]:not([aria-live='off'])").count() == 1


def test_page_is_swedish_and_can_be_left_at_once(page: Page, journey: Journey) -> None:
    page.route(f"{AWAY}**", lambda route: route.fulfill(body="väder"))
    journey.open()
    assert page.locator("html").get_attribute("lang") == "sv"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url(AWAY)
    page.go_back()
    assert "boende" not in page.url


def test_escape_pressed_for_one_thing_and_then_another_stays(page: Page, journey: Journey) -> None:
    page.route(f"{AWAY}**", lambda route: route.fulfill(body="väder"))
    journey.open()
    heading = page.locator("h1").bounding_box()
    assert heading is not None
    for _ in range(2):
        page.keyboard.press("Escape")
        page.mouse.click(heading["x"] + 1, heading["y"] + 1)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert page.url.startswith(journey.base_url)


def test_picked_language_turns_the_page_and_survives_a_reload(page: Page, journey: Journey) -> None:
    journey.open()
    page.get_by_role("radio", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.reload()
    expect(page.locator("h1")).to_have_text("أين أجد المساعدة؟")
    assert journey.overflow() <= 0


def test_kept_card_is_in_the_list_and_can_be_taken_along(page: Page, journey: Journey) -> None:
    journey.open()
    journey.ask(QUESTION)
    journey.wait_for_answer()
    name = page.locator(".guide-card-name").first.inner_text()
    page.locator("[class*='st-key-keep-'] button").first.click()
    page.get_by_role("link", name="Min lista (1)").click()
    expect(page.locator("h1")).to_have_text("Min lista")
    expect(page.locator(".guide-card-name")).to_have_text(name)
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.get_by_role("button", name="Kopierat")).to_be_visible()
    page.get_by_role("link", name="Till första sidan").click()
    expect(page.locator(".guide-question")).to_have_count(1)


def test_entry_has_an_address_of_its_own_also_beside_another(page: Page, journey: Journey) -> None:
    journey.open("/stod?id=familjevaldsenheten&med=kvinnofridslinjen")
    expect(page.locator("h1")).to_have_text("Familjevåldsenheten")
    expect(page.locator(".guide-compare thead th")).to_have_text(
        ["Familjevåldsenheten", "Kvinnofridslinjen"]
    )
    assert re.search(r"/stod\?id=familjevaldsenheten$", page.locator("#guide-address").inner_text())


def test_childs_question_is_answered_in_the_conversation(page: Page, journey: Journey) -> None:
    journey.open("/barn")
    page.get_by_role("button", name="Någon slår mig hemma").click()
    journey.wait_for_answer()
    expect(page.locator(".guide-crisis")).to_have_count(1)


def test_staff_page_asks_for_a_token_first(page: Page, journey: Journey) -> None:
    journey.open("/medarbetare")
    page.locator("input[type=password]").wait_for()
    assert page.locator(".st-key-ask").count() == 0
    assert journey.overflow() <= 0
