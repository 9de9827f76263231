"""Ask the API, and read what it streams and refuses."""

import json
from typing import Any

from fastapi.testclient import TestClient

from guide.api.problems import MEDIA_TYPE

Body = dict[str, Any]


def ask(client: TestClient, question: str, **fields: Any) -> Body:
    """The answer, which must have come."""
    response = client.post("/v1/answers", json={"question": question, **fields})
    assert response.status_code == 200, response.text
    body: Body = response.json()
    return body


def events(client: TestClient, question: str, **fields: Any) -> list[tuple[str, Body]]:
    """Name and data of every event of a stream."""
    response = client.post("/v1/answers/stream", json={"question": question, **fields})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("text/event-stream")
    blocks = [block for block in response.text.split("\n\n") if block.strip()]
    return [_event(block) for block in blocks]


def problem(response: Any, status: int) -> Body:
    """The problem document, which must be complete."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == MEDIA_TYPE
    body: Body = response.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body


def _event(block: str) -> tuple[str, Body]:
    lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
    return lines["event"], json.loads(lines["data"])
