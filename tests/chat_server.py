"""A tiny server that speaks /v1/chat/completions as a test tells it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each request with what the script does; keeps what was asked."""

    scripts: list[Script]
    asked: list[dict[str, Any]]
    stopped: threading.Event

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length", 0))
        self.asked.append(json.loads(self.rfile.read(size)))
        script = self.scripts[min(len(self.asked), len(self.scripts)) - 1]
        try:
            script(self)
        except OSError:
            return  # The client has left, as it should when its time is out.

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def begin(self, status: int = 200, kind: str = "text/event-stream") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def event(self, text: str) -> None:
        chunk = {
            "id": "x", "object": "chat.completion.chunk", "created": 1, "model": "scripted",
            "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}],
        }  # fmt: skip
        self.raw(f"data: {json.dumps(chunk)}\n\n".encode())

    def raw(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()


def says(*pieces: str) -> Script:
    """Streams the pieces and ends as it should."""

    def script(handler: Handler) -> None:
        handler.begin()
        for piece in pieces:
            handler.event(piece)
        handler.raw(b"data: [DONE]\n\n")

    return script


def fails(status: int) -> Script:
    """Answers with an error."""

    def script(handler: Handler) -> None:
        handler.begin(status, "application/json")
        handler.raw(b'{"error": {"message": "out of order"}}')

    return script


def breaks_off(*pieces: str) -> Script:
    """Streams the pieces and hangs up in the middle of the next."""

    def script(handler: Handler) -> None:
        handler.begin()
        for piece in pieces:
            handler.event(piece)
        handler.raw(b'data: {"id": "x", "choi')

    return script


def sends(data: bytes, kind: str = "text/event-stream") -> Script:
    """Sends the bytes as they are."""

    def script(handler: Handler) -> None:
        handler.begin(200, kind)
        handler.raw(data)

    return script


def hangs(*pieces: str) -> Script:
    """Streams the pieces and then nothing, without hanging up."""

    def script(handler: Handler) -> None:
        handler.begin()
        for piece in pieces:
            handler.event(piece)
        handler.stopped.wait(30)

    return script


def never_stops(piece: str, seconds: float = 0.02) -> Script:
    """Streams the piece for ever."""

    def script(handler: Handler) -> None:
        handler.begin()
        while not handler.stopped.is_set():
            handler.event(piece)
            time.sleep(seconds)

    return script


@contextmanager
def served(*scripts: Script) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Base address, and what was asked so far; the last script answers all further requests."""
    stopped, asked = threading.Event(), list[dict[str, Any]]()
    fields = {"scripts": list(scripts), "asked": asked, "stopped": stopped}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Scripted", (Handler,), fields))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", asked
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
