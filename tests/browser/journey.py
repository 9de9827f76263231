"""A visitor's way through the page in a real Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

CHROMIUM = Path(shutil.which("chromium") or "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_MS = 60_000
SEEN = """() => {
    const node = document.activeElement;
    const box = node.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const style = getComputedStyle(node);
    const outlined = node.matches("textarea, input") || style.outlineStyle !== "none";
    return outlined && !!top && (node.contains(top) || top.contains(node));
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def browser_page(width: int, height: int = 800) -> Iterator[Page]:
    """A fresh page of that size in CSS pixels, in a browser of its own."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(WAIT_MS)
        yield page


class Journey:
    """What a visitor does and sees."""

    def __init__(self, page: Page, base_url: str) -> None:
        self._page = page
        self._base_url = base_url.rstrip("/")

    @property
    def page(self) -> Page:
        return self._page

    @property
    def base_url(self) -> str:
        return self._base_url

    def open(self, path: str = "/") -> None:
        """Waits until the heading of the page is there."""
        self._page.goto(self._base_url + path)
        self._page.locator("h1").first.wait_for()

    def ask(self, question: str) -> None:
        """Writes the question and sends it."""
        box = self._page.locator(".st-key-ask textarea")
        box.fill(question)
        box.press("Enter")

    def wait_for_answer(self) -> Locator:
        """Waits for the whole answer; its sentences."""
        self._page.locator(".guide-announce").last.wait_for(state="attached")
        return self._page.locator("[class*='st-key-sentence-'] .guide-sentence")

    def open_first_citation(self) -> Locator:
        """Presses the first number; the dialog with the passage."""
        self._page.locator("[class*='st-key-cites-'] button").first.click()
        dialog = self._page.get_by_role("dialog")
        dialog.locator("mark").first.wait_for()
        return dialog

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        width: int = self._page.evaluate(
            "Math.max(document.documentElement.scrollWidth,"
            " ...[...document.querySelectorAll('.stMain')].map(n => n.scrollWidth))"
            " - window.innerWidth"
        )
        return width

    def announced(self) -> str:
        """What the live region last said."""
        return self._page.locator("#guide-live").inner_text()

    def crisis_is_first(self) -> bool:
        """Whether a crisis box stands above the first sentence."""
        crisis = self._page.locator(".guide-crisis").first.bounding_box()
        sentence = self._page.locator(".guide-sentence").first.bounding_box()
        return crisis is not None and sentence is not None and crisis["y"] < sentence["y"]

    def heights(self, selector: str) -> list[float]:
        """Heights in CSS pixels of all visible elements that match."""
        boxes = [node.bounding_box() for node in self._page.locator(selector).all()]
        return [box["height"] for box in boxes if box and box["height"]]

    def settle(self) -> None:
        """Waits until Streamlit has drawn what it was asked for."""
        self._page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()

    def tab_to(self, selector: str, most: int = 60) -> Locator:
        """Presses Tab until what matches has the focus; raises AssertionError when it never has."""
        return self._press_until("Tab", self._page.locator(f"{selector}:focus"), most)

    def tab_back_to(self, selector: str, text: str = "", most: int = 60) -> Locator:
        """Presses Shift+Tab until what matches and holds the text has the focus; else raises
        AssertionError."""
        wanted = self._page.locator(f"{selector}:focus").filter(has_text=text)
        return self._press_until("Shift+Tab", wanted, most)

    def _press_until(self, key: str, wanted: Locator, most: int) -> Locator:
        for _ in range(most):
            self._page.keyboard.press(key)
            if wanted.count():
                return wanted
        raise AssertionError(f"{key} never came to {wanted}")

    def focus_is_seen(self) -> bool:
        """Whether what has the focus is outlined and stands free of the bars above and below."""
        seen: bool = self._page.evaluate(SEEN)
        return seen
