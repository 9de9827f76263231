"""The catalogue without a question."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import STAFF


def ids(client: TestClient, **query: Any) -> list[str]:
    response = client.get("/v1/services", params=query)
    assert response.status_code == 200, response.text
    return [card["id"] for card in response.json()["items"]]


def test_all_entries_are_listed_by_name(client: TestClient) -> None:
    assert ids(client) == ["boendehjalpen", "ekstodet", "samtalsrummet"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"needs_test": "required"}, ["boendehjalpen"]),
        ({"needs_test": ["required", "none"]}, ["boendehjalpen", "ekstodet", "samtalsrummet"]),
        ({"age": 10}, ["ekstodet", "samtalsrummet"]),
        ({"groups": "adults", "needs_test": "none"}, ["ekstodet", "samtalsrummet"]),
        ({"provider": "region"}, []),
        ({"life_areas": "contact"}, ["boendehjalpen", "ekstodet", "samtalsrummet"]),
        ({"status": "ended"}, []),
        ({"q": "ekonomi"}, ["ekstodet"]),
        ({"q": "EKONOMI stöd"}, ["ekstodet"]),
        ({"q": "ekonomi bostad"}, []),
        ({"q": " "}, ["boendehjalpen", "ekstodet", "samtalsrummet"]),
        ({"q": "\x00"}, []),
    ],
)
def test_filters_and_words_narrow_the_list(
    client: TestClient, query: dict[str, Any], expected: list[str]
) -> None:
    assert ids(client, **query) == expected


def test_facets_count_what_is_listed(client: TestClient) -> None:
    facets = client.get("/v1/services").json()["facets"]
    assert facets["needs_test"] == {"none": 2, "required": 1}
    assert facets["groups"] == {"adults": 3}
    assert facets["kind"] == {"unit": 3}
    narrowed = client.get("/v1/services", params={"needs_test": "none"}).json()["facets"]
    assert narrowed["needs_test"] == {"none": 2}


def test_an_entry_comes_with_its_texts_and_evidence(client: TestClient) -> None:
    entry = client.get("/v1/services/samtalsrummet").json()
    assert entry["card"]["id"] == "samtalsrummet"
    titles = [section["title"] for section in entry["sections"]]
    assert {"Vad det är", "Så gör du"} <= set(titles)
    assert "För personal" not in titles
    about = next(s for s in entry["sections"] if s["role"] == "about")
    assert about["evidence"][0]["document"] == "R25"
    assert about["evidence"][0]["lines"] == "1-2"


@pytest.mark.parametrize("field", ["groups", "life_areas"])
def test_an_unknown_filter_id_is_refused_with_the_known_ones(
    client: TestClient, field: str
) -> None:
    refused = client.get("/v1/services", params={field: "nobody"})
    assert refused.status_code == 422
    assert field in refused.json()["detail"]
    asked = client.post("/v1/answers", json={"question": "stöd", "filters": {field: ["nobody"]}})
    assert asked.status_code == 422


def test_every_section_can_be_read_as_a_passage(client: TestClient) -> None:
    for section in client.get("/v1/services/ekstodet").json()["sections"]:
        passage = client.get(f"/v1/passages/{section['passage_id']}").json()
        assert passage["text"] == section["text"]


def test_the_published_state_is_counted(client: TestClient) -> None:
    state = client.get("/v1/knowledge").json()
    assert len(state["version"]) == 12
    assert state["counts"]["entries"] == 4
    assert state["counts"]["by_needs_test"] == {"none": 3, "required": 1}
    assert state["counts"]["by_status"] == {"current": 4}
    assert state["counts"]["without_evidence"] == 0
    assert state["counts"]["stale"] >= 3
    listed = client.get("/v1/services?audience=staff", headers=STAFF).json()["items"]
    assert len(listed) == state["counts"]["entries"]
