"""Health, counts, feedback, sync."""

import threading
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from guide import wiring
from guide.api.app import create_app
from guide.errors import SyncFailed
from guide.journal.journal import SMALL
from guide.ports import SyncReport
from guide.published import Published
from guide.settings import Settings
from ingest.sync import Sync
from tests.api.asking import ask, problem
from tests.api.conftest import LIMIT, STAFF, TOKEN
from tests.small_knowledge import write_entry


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok"
    assert client.get("/readyz").text == "ok"


def test_metrics_are_counters_that_hide_small_numbers(client: TestClient) -> None:
    for _ in range(SMALL):
        ask(client, "stöd med ekonomi")
    ask(client, "min man slår mig")
    lines = client.get("/metrics").text.splitlines()
    assert lines[0] == "# TYPE guide_events_total counter"
    assert 'guide_events_total{kind="status",code="answered"} 6' in lines
    assert 'guide_events_total{kind="notice",code="CRISIS"} 0' in lines
    assert all(line.rsplit(" ", 1)[1].isdigit() for line in lines[1:])


def test_streams_are_counted_like_answers(client: TestClient) -> None:
    for _ in range(SMALL):
        client.post("/v1/answers/stream", json={"question": "stöd med ekonomi"})
    assert f'code="answered"}} {SMALL}' in client.get("/metrics").text


def test_metrics_never_hold_a_question(client: TestClient) -> None:
    for _ in range(SMALL):
        ask(client, "hemligheten om ekonomi")
    assert "hemlig" not in client.get("/metrics").text


@pytest.mark.parametrize(
    "given",
    [
        {"helpful": True},
        {"helpful": False, "cause": "wrong_service", "service_id": "ekstodet"},
        {"helpful": False, "knowledge_version": "0123456789ab"},
    ],
)
def test_feedback_takes_codes(client: TestClient, given: dict[str, Any]) -> None:
    response = client.post("/v1/feedback", json=given)
    assert response.status_code == 204
    assert response.content == b""


def test_what_an_entry_lacks_is_counted_by_its_id_and_no_other(client: TestClient) -> None:
    for _ in range(SMALL):
        for service_id in ("ekstodet", "nagot-annat"):
            given = {"helpful": False, "cause": "other", "service_id": service_id}
            assert client.post("/v1/feedback", json=given).status_code == 204
    told = client.get("/metrics").text
    assert f'guide_events_total{{kind="lacking",code="ekstodet"}} {SMALL}' in told
    assert "nagot-annat" not in told


def test_what_an_entry_for_staff_lacks_is_taken_from_staff_and_told_to_staff(
    client: TestClient,
) -> None:
    given = {"helpful": False, "cause": "other", "service_id": "riskmetoden"}
    for _ in range(SMALL):
        assert client.post("/v1/feedback", json=given).status_code == 204
    assert "riskmetoden" not in client.get("/metrics", headers=STAFF).text
    for _ in range(SMALL):
        client.post("/v1/feedback", json=given, headers=STAFF)
    assert f'code="riskmetoden"}} {SMALL}' in client.get("/metrics", headers=STAFF).text
    assert "riskmetoden" not in client.get("/metrics").text


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"helpful": "perhaps"},
        {"helpful": False, "cause": "jag heter Kalle"},
        {"helpful": False, "comment": "jag heter Kalle"},
        {"helpful": False, "service_id": "jag heter Kalle"},
        {"helpful": False, "knowledge_version": "jag heter Kalle"},
    ],
)
def test_feedback_takes_nobodys_words(client: TestClient, given: dict[str, Any]) -> None:
    body = problem(client.post("/v1/feedback", json=given), 422)
    assert "Kalle" not in str(body)


def test_a_sync_tells_what_it_did(client: TestClient) -> None:
    response = client.post("/v1/knowledge/sync", headers=STAFF)
    assert response.json() == {"version": "0123456789ab", "added": 1, "removed": 2, "kept": 3}


def test_a_failed_sync_says_why(served: Published) -> None:
    def failing() -> SyncReport:
        raise SyncFailed("services/a.md:3 [name] saknas")

    with TestClient(create_app(served, failing, TOKEN, LIMIT)) as client:
        body = problem(client.post("/v1/knowledge/sync", headers=STAFF), 409)
    assert "services/a.md:3" in body["detail"]


def test_two_syncs_never_run_at_once(served: Published) -> None:
    started, finish = threading.Event(), threading.Event()

    def slow() -> SyncReport:
        started.set()
        finish.wait(10)
        return SyncReport("0123456789ab", 0, 0, 0)

    with TestClient(create_app(served, slow, TOKEN, LIMIT)) as client:
        codes: list[int] = []

        def sync() -> None:
            codes.append(client.post("/v1/knowledge/sync", headers=STAFF).status_code)

        first = threading.Thread(target=sync)
        first.start()
        assert started.wait(10)
        body = problem(client.post("/v1/knowledge/sync", headers=STAFF), 409)
        finish.set()
        first.join()
        sync()
    assert "already running" in body["detail"]
    assert codes == [200, 200]


@pytest.mark.slow
def test_an_edited_entry_is_answered_from_without_a_restart(
    settings: Settings, knowledge: Path
) -> None:
    Sync.from_settings(settings).run()
    published = wiring.build_published(settings)
    app = create_app(published, wiring.build_synchronizer(settings), TOKEN, LIMIT)
    with TestClient(app) as client:
        before = ask(client, "Ekstodet")["knowledge_version"]
        write_entry(knowledge, "ekstodet", "hushållskassan")
        report = client.post("/v1/knowledge/sync", headers=STAFF).json()
        after = ask(client, "Vad gör Ekstodet?")
        assert before != after["knowledge_version"] == report["version"]
        assert report["added"] > 0
        assert report["removed"] > 0
        assert "hushållskassan" in " ".join(s["text"] for s in after["sentences"])
        found = client.post("/v1/retrieve", json={"question": "Ekstodet", "k": 100}).json()
        assert len({hit["legs"]["dense"] for hit in found["passages"]}) == len(found["passages"])
