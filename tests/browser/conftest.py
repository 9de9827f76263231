"""Where the browser goes: the interface, with the real API and the real knowledge behind it."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from guide.settings import Settings
from tests.browser.journey import WAIT_MS, Journey, chromium
from tests.processes import free_port, process, wait_for

STAFF_TOKEN = "token-for-the-browser-tests"


@pytest.fixture(scope="session")
def api_url(real_settings: Settings) -> Iterator[str]:
    """Address of the real API over the project's own knowledge."""
    port = free_port()
    environment = {
        "GUIDE_DATA_DIR": str(real_settings.data_dir),
        "GUIDE_PORT": str(port),
        "GUIDE_STAFF_TOKEN": STAFF_TOKEN,
    }
    url = f"http://127.0.0.1:{port}"
    with process([sys.executable, "-m", "guide", "serve"], **environment):
        wait_for(f"{url}/readyz")
        yield url


@pytest.fixture(scope="session")
def ui_url(api_url: str) -> Iterator[str]:
    """Address of the real interface."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "ui/app.py", f"--server.port={port}"]
    url = f"http://127.0.0.1:{port}"
    with process(command, GUIDE_API_URL=api_url):
        wait_for(f"{url}/_stcore/health")
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys; each takes pages of its own."""
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone, with nothing remembered."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    context.set_default_timeout(WAIT_MS)
    yield context.new_page()
    context.close()


@pytest.fixture
def journey(page: Page, ui_url: str) -> Journey:
    """A visitor with a phone."""
    return Journey(page, ui_url)
