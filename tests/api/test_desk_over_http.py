"""What staff have at their desk, over HTTP."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from guide import wiring
from guide.answering import Guide
from guide.api.app import create_app
from guide.catalogue.catalogue import Catalogue
from guide.catalogue.changes import ChangeFile
from guide.catalogue.snapshot import SnapshotFile
from guide.model.evidence import EvidenceLine
from guide.model.knowledge import Knowledge
from guide.model.situation_rules import GlossaryTerm
from guide.ports import SyncReport
from guide.published import Published
from guide.settings import Settings
from tests.api.asking import problem
from tests.api.conftest import LIMIT, STAFF, TOKEN, Serve
from tests.small_catalogue import catalogue, content, section, service, stored
from tests.small_documents import document_passage
from tests.word_embedder import WordEmbedder

GLOSSARY = (
    GlossaryTerm(term="SIP", also=("planen",), entry="ordlista", text="SIP är en plan."),
    GlossaryTerm(term="inre ord", entry="ordlista", text="Inre ord är för personal."),
    GlossaryTerm(term="borttaget", entry="ordlista", text="Det här står ingenstans."),
    GlossaryTerm(term="metod", entry="metoden", text="Metoden ger stöd."),
)


@pytest.fixture
def known(serve: Serve, tmp_path: Path) -> TestClient:
    """A client of a guide with words and a document of three passages."""
    entry = service(
        "ordlista",
        sections=[
            section("about", "SIP är en plan."),
            section("about", "Inre ord är för personal.", audience="staff"),
        ],
    )
    method = service("metoden", audience="staff")
    made = catalogue(content(entry, method, glossary=GLOSSARY)).knowledge
    passages = (
        *(document_passage(f"Rad {lines}.", "R25", 2025, **at(lines)) for lines in LINES),
        *made.passages,
    )
    snapshot = SnapshotFile(tmp_path / "knowledge.json")
    snapshot.publish(made.model_copy(update={"passages": passages}))

    def build(knowledge: Knowledge) -> Guide:
        found = Catalogue(knowledge)
        return wiring.build_guide(found, WordEmbedder(), stored(found), None)

    return serve(Published(snapshot, build))


LINES = ("1-9", "10-20", "21-30")


def at(lines: str) -> dict[str, Any]:
    line = EvidenceLine(
        document="R25", title="Rapport 2025", lines=lines, as_of=2025, anchor=None, url=None
    )
    return {"id": f"R25:rad-{lines}", "evidence": (line,)}


def situation(client: TestClient, **body: Any) -> dict[str, Any]:
    response = client.post("/v1/situations", json=body, headers=STAFF)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_a_situation_is_answered_in_the_contracts_words(client: TestClient) -> None:
    answer = situation(client, text="behöver ekonomi, och bostad", age=30)
    assert [term["from"] for term in answer["terms"]] == ["field", "text", "text"]
    assert [term["kind"] for term in answer["terms"]] == ["age", "need", "need"]
    assert {"ekstodet", "boendehjalpen"} <= {row["card"]["id"] for row in answer["rows"]}
    assert answer["masked"] is None
    assert answer["rows"][0]["card"]["prevention_level"] is None


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "fill in text, who, age or areas"),
        ({"text": "  "}, "fill in text, who, age or areas"),
        ({"needs_test": ["none"]}, "fill in text, who, age or areas"),
        ({"areas": ["nowhere"]}, "areas: use any of contact"),
        ({"age": 121}, "age: "),
        ({"who": "robot"}, "who: "),
        ({"text": "x" * 2001}, "text: "),
        ({"areas": ["contact"] * 9}, "areas: "),
        ({"text": "stöd", "name": "Anna"}, "name: "),
    ],
)
def test_what_cannot_be_searched_is_refused_with_what_to_do(
    client: TestClient, body: dict[str, Any], said: str
) -> None:
    refused = problem(client.post("/v1/situations", json=body, headers=STAFF), 422)
    assert said in refused["detail"]
    assert "Anna" not in refused["detail"]


def test_two_thousand_commas_are_answered(client: TestClient) -> None:
    assert situation(client, text="," * 2000)["rows"] == []


def test_changes_need_a_day(client: TestClient) -> None:
    problem(client.get("/v1/changes", headers=STAFF), 422)
    problem(client.get("/v1/changes?since=i+gar", headers=STAFF), 422)


def test_changes_tell_the_newest_sources_of_that_year_on(client: TestClient) -> None:
    told = client.get("/v1/changes?since=2025-06-01", headers=STAFF).json()
    assert (told["items"], told["first"]) == ([], None)
    assert {one["service_id"] for one in told["newest_sources"]} >= {"ekstodet", "riskmetoden"}
    assert client.get("/v1/changes?since=2026-01-01", headers=STAFF).json()["newest_sources"] == []


def test_changes_tell_the_day_that_recording_began(
    served: Published, served_settings: Settings
) -> None:
    def no_sync() -> SyncReport:
        return SyncReport("0123456789ab", 0, 0, 0)

    recorded = ChangeFile(served_settings.changes_file)
    with TestClient(create_app(served, no_sync, TOKEN, LIMIT, changes=recorded)) as client:
        told = client.get("/v1/changes?since=2025-06-01", headers=STAFF).json()
    assert told["first"] is not None
    assert told["items"] == []


def test_changes_whose_publishing_failed_are_not_told(
    served: Published, served_settings: Settings, tmp_path: Path
) -> None:
    def no_sync() -> SyncReport:
        return SyncReport("0123456789ab", 0, 0, 0)

    now = wiring.build_snapshot(served_settings).load()
    fewer = now.content.model_copy(update={"services": now.content.services[1:]})
    before = now.model_copy(update={"version": "a" * 12, "content": fewer})
    recorded = ChangeFile(tmp_path / "changes.json")
    recorded.record(before, now.version, now.content, dt.date(2026, 3, 2))
    recorded.record(now, "b" * 12, fewer, dt.date(2026, 3, 9))
    with TestClient(create_app(served, no_sync, TOKEN, LIMIT, changes=recorded)) as client:
        told = client.get("/v1/changes?since=2026-01-01", headers=STAFF).json()
    assert [item["what"] for item in told["items"]] == ["added"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("12-14", ["10-20"]),
        ("9-10", ["1-9", "10-20"]),
        ("5, 30", ["1-9", "21-30"]),
        ("31-40", []),
        (None, ["1-9", "10-20", "21-30"]),
    ],
)
def test_a_documents_passages_are_found_by_their_lines(
    known: TestClient, lines: str | None, found: list[str]
) -> None:
    query = {} if lines is None else {"lines": lines}
    response = known.get("/v1/documents/R25", params=query, headers=STAFF)
    assert response.status_code == 200, response.text
    told = response.json()
    assert [passage["lines"] for passage in told["passages"]] == found
    assert (told["title"], told["as_of"]) == ("Rapport 2025", 2025)


def test_the_glossary_holds_what_the_reader_may_read(known: TestClient) -> None:
    resident = known.get("/v1/glossary").json()["items"]
    assert [item["term"] for item in resident] == ["SIP"]
    staff = known.get("/v1/glossary?audience=staff", headers=STAFF).json()["items"]
    assert [item["term"] for item in staff] == ["inre ord", "metod", "SIP"]
    passage = known.get(f"/v1/passages/{resident[0]['passage_id']}").json()
    assert resident[0]["text"] in passage["text"]


def test_a_document_that_is_not_here_is_told(client: TestClient) -> None:
    unknown = problem(client.get("/v1/documents/S99?lines=1", headers=STAFF), 404)
    assert "S99" in unknown["detail"]
    absent = problem(client.get("/v1/documents/R25?lines=1", headers=STAFF), 404)
    assert "GUIDE_DOCUMENTS" in absent["detail"]
    problem(client.get("/v1/documents/R25?lines=one", headers=STAFF), 422)
