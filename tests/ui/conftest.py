"""A scripted API on a real socket, and the pages run against it."""

import socket
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from streamlit.testing.v1 import AppTest

from tests.ui.scripted_api import create_app

SCREEN = Path(__file__).resolve().parents[2] / "ui" / "screen.py"
SECONDS = 30


@dataclass(frozen=True)
class RunningApi:
    """What was received, in order: requests for answers, opinions, searches of the catalogue,
    situations."""

    url: str
    asked: list[dict[str, Any]]
    opinions: list[dict[str, Any]]
    searches: list[dict[str, Any]]
    situations: list[dict[str, Any]]


@pytest.fixture(autouse=True)
def _own_main() -> Iterator[None]:
    """The page that a test runs becomes `__main__`, which processes of later tests would import."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningApi]:
    """The scripted API, to which `GUIDE_API_URL` points."""
    app = create_app()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        monkeypatch.setenv("GUIDE_API_URL", url)
        kept = app.state
        yield RunningApi(url, kept.asked, kept.opinions, kept.searches, kept.situations)
        server.should_exit = True
        thread.join(SECONDS)


@pytest.fixture
def no_api(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("GUIDE_API_URL", f"http://127.0.0.1:{free.getsockname()[1]}")


def resident_page() -> AppTest:
    """The first page, as a new visitor meets it."""
    return AppTest.from_file(str(SCREEN), default_timeout=SECONDS).run()


def staff_page(name: str = "staff", token: str | None = None) -> AppTest:
    """A page for staff, before the token is given or with that token in the session."""
    page = AppTest.from_function(_staff_script, default_timeout=SECONDS, kwargs={"name": name})
    if token:
        page.session_state["staff-token"] = token
    return page.run()


def _staff_script(name: str) -> None:
    import streamlit as st

    from ui.pages import all_pages
    from ui.parts.language import chosen_words

    pages = all_pages(chosen_words(), name)  # type: ignore[arg-type]
    st.navigation(pages, position="hidden").run()


def log_in(token: str, name: str = "staff") -> AppTest:
    """The page for staff after that token was given."""
    page = staff_page(name)
    page.text_input(key="staff-token-typed").set_value(token)
    next(b for b in page.button if b.label == "Fortsätt").click().run()
    assert not page.exception
    return page


def ask(page: AppTest, question: str) -> AppTest:
    """Writes a question and waits for the run to end."""
    page.chat_input(key="question").set_value(question).run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    """All HTML of the page in reading order."""
    return "\n".join(element.value for element in page.html)


def labels(page: AppTest) -> list[str]:
    """What the buttons say."""
    return [button.label for button in page.button]
