"""The document around the pages."""

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.document import GuideDocument

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


async def index(_: Request) -> Response:
    return HTMLResponse(INDEX, headers={"ETag": "x"})


async def data(_: Request) -> Response:
    return JSONResponse({"html": "<html></body>"})


@pytest.fixture
def browser() -> TestClient:
    routes = [Route("/", index), Route("/data", data)]
    app = Starlette(routes=routes, middleware=[Middleware(GuideDocument)])
    return TestClient(app, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})


def test_streamlits_own_page_becomes_swedish_with_one_live_region(browser: TestClient) -> None:
    page = browser.get("/").text
    assert '<html lang="sv" dir="ltr">' in page
    assert "<title>Stödguiden</title>" in page
    assert page.count('aria-live="polite"') == 1
    assert page.count("<noscript>") == 1
    assert "ring 112" in page


def test_page_is_not_stored_and_not_framed_by_others(browser: TestClient) -> None:
    headers = browser.get("/").headers
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in headers


def test_other_responses_pass_through(browser: TestClient) -> None:
    assert browser.get("/data").json() == {"html": "<html></body>"}


def test_language_in_the_address_is_there_before_the_first_script_runs(
    browser: TestClient,
) -> None:
    page = browser.get("/?lang=ar").text
    assert '<html lang="ar" dir="rtl">' in page
    assert "اتصل بالرقم 112" in page


def test_unknown_language_in_the_address_is_swedish(browser: TestClient) -> None:
    assert '<html lang="sv" dir="ltr">' in browser.get('/?lang="><script>').text


def test_number_to_call_stands_in_the_page_while_it_loads(browser: TestClient) -> None:
    page = browser.get("/").text
    assert 'href="tel:112"' in page[page.index('id="guide-loading"') :]
