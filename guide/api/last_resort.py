"""What nobody foresaw ends as a problem document, and as a line without anybody's words."""

import traceback
from collections.abc import Callable
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guide.api.problems import PUBLIC, problem

FRAMES = 3


class LastResort:
    """Answers 500 and reports where it happened. The error's own text may quote a question, so
    it is told to nobody; the connection stays open for the next request."""

    def __init__(self, app: ASGIApp, report: Callable[[str], None]) -> None:
        self._app = app
        self._report = report

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def noticing(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noticing)
        except Exception as error:
            if scope["type"] != "http":
                raise
            self._report(_where(error))
            if not started:
                sorry = problem(500, "Something went wrong", PUBLIC, code="error.unexpected")
                await sorry(scope, receive, send)


def _where(error: Exception) -> str:
    """The kind of error and the last calls that led to it."""
    calls = [
        f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    ]
    return f"{type(error).__name__}: {', called from '.join(calls[:FRAMES])}"
