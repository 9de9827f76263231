"""What cannot be answered is refused as a problem document that echoes nobody's words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from guide import wiring
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.snapshot import SnapshotFile
from guide.ports import VectorStore
from guide.published import Published
from guide.settings import Settings
from tests.api.asking import problem
from tests.api.conftest import LIMIT, BreakingStore, FailingStore, Reports, Serve

SECRET = "min man heter Kalle"
ASKING = ("/v1/answers", "/v1/answers/stream", "/v1/retrieve")
JSON = {"Content-Type": "application/json"}


def over(settings: Settings, store: VectorStore) -> Published:
    """The published knowledge over another store."""
    embedder = wiring.build_embedder(settings)
    return Published(
        wiring.build_snapshot(settings),
        lambda knowledge: wiring.build_guide(Catalogue(knowledge), embedder, store, None),
    )


@pytest.mark.parametrize("path", ASKING)
@pytest.mark.parametrize("question", ["", "  \n", "a" * 2001, f"{SECRET} " * 2500, 5, None, {}])
def test_a_question_of_the_wrong_length_or_type(
    client: TestClient, path: str, question: Any
) -> None:
    body = problem(client.post(path, json={"question": question}), 422)
    assert body["errors"][0]["field"] == "question"
    assert SECRET not in json.dumps(body, ensure_ascii=False)


@pytest.mark.parametrize("path", ["/v1/answers", "/v1/answers/stream"])
@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"audience": SECRET}, "audience"),
        ({"language": SECRET}, "language"),
        ({"style": SECRET}, "style"),
        ({"filters": {"needs_test": [SECRET]}}, "filters.needs_test.0"),
        ({"filters": {"provider": [SECRET]}}, "filters.provider.0"),
        ({"filters": {"status": [SECRET]}}, "filters.status.0"),
        ({"filters": {"age": SECRET}}, "filters.age"),
        ({"filters": {"colour": SECRET}}, "filters.colour"),
        ({"colour": SECRET}, "colour"),
        ({"history": [{"question": SECRET}] * 7}, "history"),
        ({"history": [{"question": SECRET, "answer": SECRET}]}, "history.0.answer"),
        ({"history": SECRET}, "history"),
    ],
)
def test_a_field_that_the_contract_does_not_know_is_named(
    client: TestClient, path: str, fields: dict[str, Any], field: str
) -> None:
    body = problem(client.post(path, json={"question": SECRET, **fields}), 422)
    assert body["errors"][0]["field"] == field
    assert field in body["detail"]
    assert SECRET not in json.dumps(body, ensure_ascii=False)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (f'{{"question": "{SECRET}"'.encode(), 422),
        (b"", 422),
        (b"null", 422),
        (b'["a"]', 422),
        (b'{"question": "\\ud800"}', 422),
        (b'{"question": "a", "\\ud800": 1}', 422),
        (b'{"question": "\xff\xfe"}', 400),
        (b'{"question":' + b"[" * 30_000 + b"]" * 30_000 + b"}", 400),
        (b'{"question": "a", "filters": {"age": NaN}}', 422),
        (b'{"question": "a", "filters": {"age": ' + b"9" * 5000 + b"}}", 400),
    ],
)
def test_broken_json_is_the_senders_fault(client: TestClient, content: bytes, status: int) -> None:
    response = client.post("/v1/answers", content=content, headers=JSON)
    assert SECRET not in json.dumps(problem(response, status), ensure_ascii=False)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded"])
def test_another_media_type_is_told_the_right_one(client: TestClient, media_type: str) -> None:
    response = client.post(
        "/v1/answers", content='{"question": "a"}', headers={"Content-Type": media_type}
    )
    assert "application/json" in problem(response, 422)["detail"]


def test_thousands_of_faults_get_a_short_answer(client: TestClient) -> None:
    fields = {f"{SECRET * 10} {n}": n for n in range(200)}
    response = client.post("/v1/answers", json={"question": "a", **fields})
    problem(response, 422)
    assert len(response.content) < 10_000


@pytest.mark.parametrize("path", ["/v1/answers", "/v1/feedback"])
def test_a_body_over_the_limit_is_refused_with_and_without_a_length(
    client: TestClient, path: str
) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"question": "'
        for _ in range(LIMIT // 1024 + 1):
            yield b"a" * 1024
        yield b'"}'

    for content in (b"a" * (LIMIT + 1), chunks()):
        response = client.post(path, content=content, headers=JSON)
        assert str(LIMIT) in problem(response, 413)["detail"]


def test_a_body_just_within_the_limit_is_read(client: TestClient) -> None:
    body = b'{"question": "ekonomi"' + b" " * (LIMIT - 23) + b"}"
    assert len(body) == LIMIT
    assert client.post("/v1/answers", content=body, headers=JSON).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/services/nothing", 404),
        ("GET", "/v1/passages/nothing:fakta", 404),
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1/answers", 405),
        ("GET", "/v1/services?audience=boss", 422),
        ("GET", "/v1/services?needs_test=maybe", 422),
        ("GET", "/v1/services?age=-1", 422),
        ("GET", "/v1/services?age=old", 422),
    ],
)
def test_other_wrong_requests(client: TestClient, method: str, path: str, status: int) -> None:
    problem(client.request(method, path), status)


@pytest.mark.parametrize("path", ASKING)
def test_a_store_that_is_gone_is_503_before_anything_is_sent(
    serve: Serve, served_settings: Settings, reports: Reports, path: str
) -> None:
    client = serve(over(served_settings, FailingStore()))
    response = client.post(path, json={"question": SECRET})
    body = problem(response, 503)
    assert body["code"] == "error.unavailable"
    assert response.headers["retry-after"]
    assert "112" in body["detail"]
    assert "secret-host" not in response.text
    assert SECRET not in response.text
    assert "secret-host" in reports[0]
    assert SECRET not in " ".join(reports)


def test_a_store_that_is_gone_makes_the_service_unready_but_alive(
    serve: Serve, served_settings: Settings
) -> None:
    client = serve(over(served_settings, FailingStore()))
    problem(client.get("/readyz"), 503)
    assert client.get("/healthz").status_code == 200
    assert client.get("/v1/services").status_code == 200


@pytest.mark.parametrize("path", ["/readyz", "/v1/services", "/v1/knowledge", "/v1/passages/a:b"])
def test_without_published_knowledge_everything_is_503(
    serve: Serve, served_settings: Settings, tmp_path: Path, path: str
) -> None:
    embedder = wiring.build_embedder(served_settings)
    client = serve(
        Published(
            SnapshotFile(tmp_path / "knowledge.json"),
            lambda knowledge: wiring.build_guide(
                Catalogue(knowledge), embedder, FailingStore(), None
            ),
        )
    )
    problem(client.get(path), 503)
    for asking in ASKING:
        problem(client.post(asking, json={"question": "hjälp"}), 503)
    assert client.get("/healthz").text == "ok"


@pytest.mark.parametrize("path", ASKING)
def test_an_unforeseen_fault_is_500_and_tells_nobody_the_question(
    serve: Serve, served_settings: Settings, reports: Reports, path: str
) -> None:
    client = serve(over(served_settings, BreakingStore()))
    response = client.post(path, json={"question": SECRET})
    assert problem(response, 500)["code"] == "error.unexpected"
    assert "ZeroDivision" not in response.text
    assert SECRET not in response.text
    assert "ZeroDivisionError" in reports[0]
    assert "conftest.py" in reports[0]
    assert SECRET not in " ".join(reports)


def test_after_a_fault_the_next_request_is_served(serve: Serve, served_settings: Settings) -> None:
    client = serve(over(served_settings, BreakingStore()))
    client.post("/v1/answers", json={"question": "hjälp"})
    assert client.get("/v1/services").status_code == 200
