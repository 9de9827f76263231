"""The situation that is searched with and its answer, in the session and nowhere else."""

from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from ui.client import ApiError, Cause
from ui.desk_client import DeskClient
from ui.situation import SituationAnswer, SituationAsk, Term

KEY = "searched-situation"


@dataclass(frozen=True)
class Searched:
    """One search; `removed` are the terms taken away, so that each can be put back."""

    id: str
    ask: SituationAsk
    answer: SituationAnswer | None = None
    removed: tuple[Term, ...] = ()
    cause: Cause | None = None
    detail: str = ""


class SituationDesk:
    """The latest search of the session."""

    def __init__(self, state: MutableMapping[Any, Any]) -> None:
        self._state = state

    @property
    def searched(self) -> Searched | None:
        found: Searched | None = self._state.get(KEY)
        return found

    def search(self, ask: SituationAsk, client: DeskClient, removed: tuple[Term, ...] = ()) -> None:
        """Searches anew; what was taken away before counts no more, unless it is given again."""
        without = _without(ask, removed)
        self._ask(Searched(uuid4().hex[:8], without, removed=removed), client)

    def remove(self, term: Term, client: DeskClient) -> None:
        """Searches without the term."""
        self._again(lambda removed: (*removed, term), client)

    def put_back(self, term: Term, client: DeskClient) -> None:
        """Searches with the term again."""
        self._again(lambda removed: tuple(r for r in removed if r.id != term.id), client)

    def clear(self) -> None:
        self._state.pop(KEY, None)

    def _again(self, change: Any, client: DeskClient) -> None:
        before = self.searched
        if before is None:
            return
        removed: tuple[Term, ...] = change(before.removed)
        ask = _without(before.ask, removed)
        self._ask(replace(before, ask=ask, removed=removed, cause=None), client)

    def _ask(self, searched: Searched, client: DeskClient) -> None:
        try:
            answer = client.situation(searched.ask)
        except ApiError as error:
            self._state[KEY] = replace(searched, cause=error.cause, detail=error.detail)
            return
        self._state[KEY] = replace(searched, answer=answer, cause=None, detail="")


def _without(ask: SituationAsk, removed: tuple[Term, ...]) -> SituationAsk:
    return ask.model_copy(update={"without": tuple(term.id for term in removed)})
