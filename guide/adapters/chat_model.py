"""Any chat model that LangChain reaches, read within a time limit."""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from guide.errors import ChatFailed
from guide.ports import ChatMessage

OPENAI = "openai"
"""The protocol that self-hosted servers speak."""
NO_KEY = "none"
"""Sent to a self-hosted server without a key, so that no key of another provider is sent there."""
MOST_TOKENS = 900
"""Of a reply: an answer is some sentences, each with its quote."""
MOST_CHARACTERS = 12_000
"""Of a reply; a server that does not heed the limit of tokens is read no further."""


class _Ended(NamedTuple):
    """The last thing in a queue: why a stream broke off, or None."""

    error: BaseException | None


class LangChainChatModel:
    """A model by what `init_chat_model` takes, made when it is loaded or at the first message.

    With a base address and no provider the address speaks as OpenAI does. Nothing is retried and
    nothing is traced: a second try costs time that the extractive answer does not take.
    """

    def __init__(
        self,
        model: str,
        base_url: str | None = None,
        api_key: str | None = None,
        seconds: float = 20,
    ) -> None:
        self._model = model
        self._base_url = base_url
        self._api_key = api_key
        self._seconds = seconds
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return self._model

    def load(self) -> None:
        """Imports what the model needs, which takes seconds, so that no question waits for it.

        Raises:
            ChatFailed: the provider is unknown, or its library is not installed.
        """
        try:
            with self._lock:
                _ = self._chat
        except Exception as error:  # Providers raise kinds of their own.
            raise ChatFailed(_told(error)) from error

    def stream(self, messages: Sequence[ChatMessage], seconds: float) -> Iterator[str]:
        """Pieces of the reply as they come.

        A thread of its own reads the server, so that one that says nothing, or never stops, holds
        nobody up: it is left when the time is out and ends with its next piece or its time limit.

        Raises:
            ChatFailed: as the port says; the message is the library's own, in one line.
        """
        end, left = time.monotonic() + seconds, threading.Event()
        pieces: queue.Queue[str | _Ended] = queue.Queue()
        reader = threading.Thread(
            target=self._read, args=(messages, pieces.put, left), daemon=True, name="chat-model"
        )
        reader.start()
        try:
            yield from _until(end, pieces)
        finally:
            left.set()

    def probe(self, seconds: float) -> None:
        """Asks for one word. Raises as `stream`."""
        self.load()
        for _ in self.stream([ChatMessage("user", "Hej")], seconds):
            return
        raise ChatFailed("the model answered with nothing")

    def _read(
        self,
        messages: Sequence[ChatMessage],
        put: Callable[[str | _Ended], None],
        left: threading.Event,
    ) -> None:
        try:
            for chunk in self._chunks([(one.role, one.text) for one in messages]):
                if left.is_set():
                    break
                put(str(chunk.text))
        except BaseException as error:  # Providers raise kinds of their own; all end the same way.
            put(_Ended(error))
        else:
            put(_Ended(None))

    def _chunks(self, messages: list[tuple[str, str]]) -> Iterator[Any]:
        from langsmith import tracing_context

        with self._lock:
            chat = self._chat
        with tracing_context(enabled=False):
            yield from chat.stream(messages)

    @cached_property
    def _chat(self) -> Any:
        from langchain.chat_models import init_chat_model

        given: dict[str, Any] = {}
        if self._base_url is not None:
            given = {"base_url": self._base_url, "api_key": self._api_key or NO_KEY}
            if ":" not in self._model:
                given["model_provider"] = OPENAI
        elif self._api_key is not None:
            given = {"api_key": self._api_key}
        return init_chat_model(
            self._model,
            temperature=0,
            max_tokens=MOST_TOKENS,
            timeout=self._seconds,
            max_retries=0,
            **given,
        )


def _until(end: float, pieces: "queue.Queue[str | _Ended]") -> Iterator[str]:
    read = 0
    while read < MOST_CHARACTERS:
        try:
            piece = pieces.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            raise ChatFailed("no more came in time") from None
        if isinstance(piece, _Ended):
            if piece.error is not None:
                raise ChatFailed(_told(piece.error)) from piece.error
            return
        if time.monotonic() > end:
            raise ChatFailed("no more came in time")
        read += len(piece)
        yield piece


def _told(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__
