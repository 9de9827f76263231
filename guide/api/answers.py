"""Questions and answers."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from guide.answering import Event, Guide
from guide.api.filters import check_filters
from guide.api.problems import told
from guide.api.schemas import FoundPassage, Legs, RetrieveAnswer, RetrieveRequest
from guide.model.answer import Answer, Sentence, Sources
from guide.model.question import Question

router = APIRouter(prefix="/v1", tags=["answers"])

ASKED = told(400, 401, 413, 422, 503)
_EVENTS = {Sources: "sources", Sentence: "sentence", Answer: "finished"}


def permitted(request: Request, question: Question) -> Question:
    """Asks for the staff token when the question is asked as staff."""
    request.app.state.access.check(request, question.audience)
    check_filters(request.app.state.published.current(), question.filters)
    return question


Permitted = Annotated[Question, Depends(permitted)]


def first_event(request: Request, question: Permitted) -> Iterator[Event]:
    """Starts the answer before the response begins, so that a failure still has its status."""
    guide: Guide = request.app.state.published.current()
    events = guide.stream(question)
    first = next(events)

    def all_events() -> Iterator[Event]:
        yield first
        yield from events

    return all_events()


@router.post("/answers", responses=ASKED)
def answer(request: Request, question: Permitted) -> Answer:
    """Answers one question. Every sentence is cited; notices come from people's texts."""
    guide: Guide = request.app.state.published.current()
    answered = guide.answer(question)
    request.app.state.journal.answered(answered, question.audience)
    return answered


@router.post("/answers/stream", response_class=EventSourceResponse, responses=ASKED)
def stream(
    request: Request,
    question: Permitted,
    events: Annotated[Iterator[Event], Depends(first_event)],
) -> Iterator[ServerSentEvent]:
    """The same answer as events: `sources`, `sentence` for each, `finished` with the answer."""
    for event in events:
        if isinstance(event, Answer):
            request.app.state.journal.answered(event, question.audience)
        yield ServerSentEvent(
            event=_EVENTS[type(event)], raw_data=event.model_dump_json(by_alias=True)
        )


@router.post("/retrieve", responses=ASKED)
def retrieve(request: Request, wanted: RetrieveRequest) -> RetrieveAnswer:
    """The passages that fit best, with the score of each leg."""
    request.app.state.access.check(request, wanted.audience)
    question = Question(question=wanted.question, audience=wanted.audience, filters=wanted.filters)
    guide: Guide = request.app.state.published.current()
    check_filters(guide, question.filters)
    return RetrieveAnswer(
        passages=tuple(
            FoundPassage(
                passage_id=hit.passage.id,
                service_id=hit.passage.service_id,
                text=hit.passage.text,
                score=hit.score,
                legs=Legs(dense=hit.dense, lexical=hit.lexical),
            )
            for hit in guide.retrieve(question, wanted.k)
        )
    )
