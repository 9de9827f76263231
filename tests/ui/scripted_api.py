"""A small API with the guide's contract and a written script: `python -m tests.ui.scripted_api`."""

import json
import os
import time
from collections.abc import Iterator
from typing import Annotated, Any

import uvicorn
from fastapi import FastAPI, Header, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from tests.ui.scripted_answers import JSON, MARKUP, NOTHING, PASSAGES, VIOLENCE
from tests.ui.scripted_catalogue import CATALOGUE, STAFF_CATALOGUE, detail, staff_detail
from tests.ui.scripted_desk import add_desk

TOKEN = "a-token-for-staff-in-tests"


def script_for(question: str) -> JSON:
    """The written answer for a question: markup, nothing or, by default, violence."""
    if "markup" in question:
        return MARKUP
    if "modell" in question:
        return {**VIOLENCE, "composer": "model"}
    if "ingenting" in question:
        return NOTHING
    return VIOLENCE


def create_app(pause: float = 0.0) -> FastAPI:
    """`pause` is the seconds between sentences; `app.state` keeps the bodies received."""
    app = FastAPI()
    app.state.asked = []
    app.state.opinions = []
    app.state.searches = []

    @app.post("/v1/answers/stream")
    def stream(
        body: dict[str, Any], authorization: Annotated[str | None, Header()] = None
    ) -> Response:
        app.state.asked.append(body)
        if body["audience"] == "staff" and authorization != f"Bearer {TOKEN}":
            return problem(401, "Personalkoden saknas eller är fel.")
        if "upptagen" in body["question"]:
            return problem(429, "För många frågor.")
        cut = 2 if "avbrott" in body["question"] else None
        events = list(answer_events(script_for(body["question"])))[:cut]
        return StreamingResponse(paced(events, pause), media_type="text/event-stream")

    @app.post("/v1/retrieve")
    def retrieve(
        body: dict[str, Any], authorization: Annotated[str | None, Header()] = None
    ) -> Response:
        if body["audience"] == "staff" and authorization != f"Bearer {TOKEN}":
            return problem(401, "Personalkoden saknas eller är fel.")
        return JSONResponse({"passages": []})

    @app.get("/v1/passages/{passage_id}")
    def passage(passage_id: str) -> Response:
        found = PASSAGES.get(passage_id)
        return JSONResponse(found) if found else problem(404, "Stycket finns inte.")

    @app.post("/v1/feedback", status_code=204)
    def feedback(body: dict[str, Any]) -> None:
        app.state.opinions.append(body)

    add_catalogue(app)
    add_desk(app, TOKEN)
    return app


def add_catalogue(app: FastAPI) -> None:
    @app.get("/v1/services")
    def services(request: Request) -> Response:
        app.state.searches.append(dict(request.query_params.multi_items()))
        words = request.query_params.get("q", "")
        found = [card for card in CATALOGUE if words in card["name"]]
        return JSONResponse({"items": found, "facets": {}})

    @app.get("/v1/services/{service_id}")
    def service(
        service_id: str,
        audience: str = "resident",
        authorization: Annotated[str | None, Header()] = None,
    ) -> Response:
        staff = audience == "staff"
        if staff and authorization != f"Bearer {TOKEN}":
            return problem(401, "Personalkoden saknas eller är fel.")
        cards = STAFF_CATALOGUE if staff else CATALOGUE
        found = [card for card in cards if card["id"] == service_id]
        if not found:
            return problem(404, "Posten finns inte.")
        return JSONResponse(staff_detail(found[0]) if staff else detail(found[0]))


def problem(status: int, detail: str) -> Response:
    body = {"type": "about:blank", "title": detail, "status": status, "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")


def answer_events(answer: JSON) -> Iterator[str]:
    yield event("sources", {"services": answer["services"], "notices": answer["notices"]})
    for sentence in answer["sentences"]:
        yield event("sentence", sentence)
    yield event("finished", answer)


def event(name: str, data: JSON) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def paced(events: list[str], pause: float) -> Iterator[str]:
    for text in events:
        time.sleep(pause)
        yield text


if __name__ == "__main__":
    uvicorn.run(
        create_app(pause=float(os.environ.get("SCRIPTED_PAUSE", "0.4"))),
        host="127.0.0.1",
        port=int(os.environ.get("SCRIPTED_PORT", "8000")),
        log_level="warning",
    )
