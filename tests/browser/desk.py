"""What a social worker does at the desk, each press and each text counted."""

from playwright.sync_api import Page

from tests.browser.journey import Journey


class Desk(Journey):
    """A journey through the pages for staff; `actions` counts from the login on."""

    def __init__(self, page: Page, base_url: str) -> None:
        super().__init__(page, base_url)
        self.actions = 0

    def log_in(self, token: str, path: str = "/medarbetare") -> None:
        self.open(path)
        self.page.locator("input[type=password]").fill(token)
        self.page.locator("[class*='stFormSubmitButton'] button").click()
        self.page.locator(".st-key-situation-text textarea").wait_for()
        self.settle()
        self.actions = 0

    def write(self, situation: str) -> None:
        self.actions += 1
        self.page.locator(".st-key-situation-text textarea").fill(situation)

    def submit(self) -> None:
        self.actions += 1
        self.page.locator(".st-key-situation-submit button").click()
        self.page.locator(".guide-desk-table").wait_for()
        self.settle()

    def take(self, index: int) -> str:
        """Takes that row along; the name of its entry."""
        self.actions += 1
        button = self.page.locator(".guide-take").nth(index)
        button.click()
        self.page.locator(".guide-take[aria-pressed='true']").nth(index).wait_for()
        return self.page.locator(".guide-desk-table .guide-table-name").nth(index).inner_text()

    def go(self, way: str) -> None:
        """Follows one of the ways between the pages."""
        self.actions += 1
        self.page.locator(".st-key-desk-ways").get_by_role("link", name=way).click()
        self.settle()

    def copy(self) -> None:
        self.actions += 1
        self.page.locator("[data-guide-copy]").first.click()
        self.page.get_by_role("button", name="Kopierat").wait_for()

    def open_source(self) -> None:
        """Opens the first sentence's source; waits for its quote."""
        self.actions += 1
        self.page.locator("td .guide-source").first.click()
        self.page.get_by_role("dialog").locator("mark").first.wait_for()

    def compare(self) -> None:
        self.actions += 1
        self.page.locator("[data-guide-press='compare-picked']").click()
        self.page.get_by_role("dialog").locator("table").wait_for()

    def close_dialog(self) -> None:
        self.page.keyboard.press("Escape")
        self.page.get_by_role("dialog").wait_for(state="detached")
