"""The conversation, held in the visitor's session and nowhere else."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from uuid import uuid4

from ui.client import Cause, StreamEvent
from ui.model import (
    MAX_QUESTION,
    MAX_TURN_SERVICES,
    MAX_TURNS,
    Answer,
    Card,
    Notice,
    Sentence,
    Sources,
    Turn,
)

State = Literal["asked", "streaming", "finished", "failed"]


@dataclass(frozen=True)
class Exchange:
    """A question and as much of its answer as has arrived."""

    id: str
    question: str
    state: State = "asked"
    sources: Sources = field(default_factory=Sources)
    sentences: tuple[Sentence, ...] = ()
    answer: Answer | None = None
    cause: Cause | None = None
    detail: str = ""

    @property
    def notices(self) -> tuple[Notice, ...]:
        return self.answer.notices if self.answer else self.sources.notices

    @property
    def services(self) -> tuple[Card, ...]:
        return self.answer.services if self.answer else self.sources.services

    @property
    def language(self) -> str:
        return self.answer.language if self.answer else "sv"

    def after(self, event: StreamEvent) -> "Exchange":
        """This exchange with what the event brought."""
        if isinstance(event, Sources):
            return replace(self, sources=event)
        if isinstance(event, Sentence):
            return replace(self, sentences=(*self.sentences, event))
        return replace(self, answer=event, sentences=event.sentences, state="finished")


class Conversation:
    """The exchanges of one page, oldest first."""

    def __init__(self, state: MutableMapping[Any, Any], page: str) -> None:
        self._state = state
        self._key = f"conversation-{page}"

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        kept: tuple[Exchange, ...] = self._state.get(self._key, ())
        return kept

    def ask(self, question: str) -> None:
        """Adds a question, cut to what the API reads; an empty one is passed over."""
        text = question.strip()[:MAX_QUESTION]
        if text:
            self._keep(*self.exchanges, Exchange(uuid4().hex[:8], text))

    def update(self, exchange: Exchange) -> None:
        """Puts the exchange in the place of the one with its id."""
        self._keep(*(exchange if kept.id == exchange.id else kept for kept in self.exchanges))

    def retry(self, exchange: Exchange) -> None:
        """Asks the exchange's question again in its place."""
        self.update(Exchange(exchange.id, exchange.question))

    def restart(self) -> None:
        self._state.pop(self._key, None)

    def history(self, before: Exchange) -> tuple[Turn, ...]:
        """The latest answered turns before the exchange, as the API wants them."""
        turns = [
            Turn(
                question=kept.question,
                service_ids=tuple(card.id for card in kept.services)[:MAX_TURN_SERVICES],
            )
            for kept in self.exchanges
            if kept.id != before.id and kept.answer is not None
        ]
        return tuple(turns[-MAX_TURNS:])

    def _keep(self, *exchanges: Exchange) -> None:
        self._state[self._key] = exchanges
