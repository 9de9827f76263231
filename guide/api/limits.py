"""Refuse bodies that are too large before they are read into memory."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guide.api.problems import problem


class BodyLimit:
    """Answers 413 when a request body is larger than the limit, whatever its header says."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await self._read(receive)
        if body is None:
            refusal = problem(413, "The request is too large", f"Send at most {self._most} bytes.")
            await refusal(scope, receive, send)
            return
        await self._app(scope, _Replay(body, receive), send)

    async def _read(self, receive: Receive) -> list[Message] | None:
        """All messages of the body, or None as soon as it is too large."""
        messages: list[Message] = []
        size = 0
        while True:
            message = await receive()
            messages.append(message)
            size += len(message.get("body", b""))
            if size > self._most:
                return None
            if message["type"] != "http.request" or not message.get("more_body", False):
                return messages


class _Replay:
    """Gives the messages that were read, then whatever comes."""

    def __init__(self, messages: list[Message], receive: Receive) -> None:
        self._messages = iter(messages)
        self._receive = receive

    async def __call__(self) -> Message:
        for message in self._messages:
            return message
        return await self._receive()
