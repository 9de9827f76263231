"""The HTML document around the pages, which Streamlit itself offers no way to set."""

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.markup import render
from ui.parts.language import ADDRESS_KEY
from ui.wording import LANGUAGES, ORIGINAL, Wording, known_language, wording

SCRIPT = Path(__file__).with_name("page.js")

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class GuideDocument:
    """Middleware that gives HTML documents their language, title, live region and page script.

    The live region stands outside what Streamlit redraws: a screen reader speaks only of changes
    inside a region that was there before. Every other response passes through untouched.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._script = SCRIPT.read_text(encoding="utf-8")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _wants_document(scope):
            await self._app(scope, receive, send)
            return
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        words = _words_for(scope)
        await self._app(plain, receive, _DocumentSender(send, lambda b: self._rewrite(b, words)))

    def _rewrite(self, body: bytes, words: Wording) -> bytes:
        page = body.decode("utf-8")
        if "</body>" not in page:
            return body
        return dress(page, words, self._script).encode("utf-8")


def dress(page: str, words: Wording, script: str) -> str:
    """Streamlit's index page in our language, with what shows before and around the pages."""
    root = f'<html lang="{words.language}" dir="{words.direction}">'
    page = re.sub(r'<html lang="[^"]*">', root, page, count=1)
    page = re.sub(r"<title>.*?</title>", f"<title>{escape(words('page.title'))}</title>", page)
    page = re.sub(r"<noscript>.*?</noscript>", "", page, flags=re.DOTALL)
    names = json.dumps({wording(code).name: wording(code).language for code in LANGUAGES})
    tail = (
        f"{render('around', w=words)}"
        f'<script type="application/json" id="guide-names">{names}</script>'
        f"<script>{script}</script></body>"
    )
    head, _, rest = page.rpartition("</body>")
    return head + tail + rest


def _words_for(scope: Scope) -> Wording:
    """The words of the language in the address; Swedish where it names none."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get(ADDRESS_KEY, [None])
    return wording(known_language(asked[0]) or ORIGINAL)


def _wants_document(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in Headers(scope=scope).get("accept", "")
    )


class _DocumentSender:
    """Holds an HTML response back until it is whole, then sends it rewritten."""

    def __init__(self, send: Send, rewrite: Callable[[bytes], bytes]) -> None:
        self._send = send
        self._rewrite = rewrite
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(SECURITY)
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = self._rewrite(self._body) if start["status"] == 200 else self._body
        headers = MutableHeaders(scope=start)
        headers["Content-Length"] = str(len(body))
        headers["Cache-Control"] = "no-store"
        for stale in ("etag", "last-modified"):
            if stale in headers:
                del headers[stale]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})
