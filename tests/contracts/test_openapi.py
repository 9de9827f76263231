"""The HTTP contract: its golden file, its field names, a description for every field."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.api.app import create_app
from guide.catalogue.snapshot import SnapshotFile
from guide.model.knowledge import Knowledge
from guide.ports import SyncReport
from guide.published import Published
from guide.settings import PROJECT
from tests.small_catalogue import guide

GOLDEN = PROJECT / "tests" / "golden" / "openapi.json"
Schema = dict[str, Any]
CONTRACT = {
    "Answer": "status language sentences citations services notices follow_ups "
    "knowledge_version composer",
    "Sentence": "text cites",
    "Citation": "n passage_id service_id title quote evidence",
    "EvidenceLine": "document title lines page as_of anchor url",
    "Card": "id name aliases kind summary status as_of needs_test needs_test_note "
    "prevention_level who_it_is_for ages groups life_areas initiated_by provider contacts cost "
    "missing why",
    "Why": "text passage_id",
    "ContactView": "id label phone email url address hours open_now verified note",
    "HoursView": "days from to",
    "Notice": "code text contacts",
    "Question": "question audience language style history filters",
    "Turn": "question service_ids",
    "Filters": "needs_test groups life_areas age provider status",
    "RetrieveRequest": "question audience k filters",
    "FoundPassage": "passage_id service_id text score legs",
    "Legs": "dense lexical",
    "ServiceList": "items facets",
    "PassageView": "passage_id service_id title text evidence",
    "KnowledgeView": "version built_at embedder counts",
    "Counts": "entries by_status by_needs_test passages without_evidence stale",
    "Situation": "text who age areas soon language interpreter without provider needs_test",
    "SituationTerm": "id kind label from others loose",
    "SituationRow": "card needs fit suits suits_not next_step needs_test_evidence evidence "
    "replaced_by combines_with alternatives",
    "SituationAnswer": "terms masked notices reminders rows apart knowledge_version",
    "Changes": "since first items newest_sources",
    "Change": "date service_id name what before after",
    "NewestSource": "service_id name as_of status",
    "Glossary": "items",
    "GlossaryItem": "term also text passage_id",
    "DocumentView": "document title as_of passages",
    "DocumentPassage": "passage_id service_id title text evidence lines page",
    "Problem": "type title status detail code errors",
}
ROUTES = {
    ("post", "/v1/answers"),
    ("post", "/v1/answers/stream"),
    ("post", "/v1/retrieve"),
    ("get", "/v1/services"),
    ("get", "/v1/services/{service_id}"),
    ("get", "/v1/passages/{passage_id}"),
    ("get", "/v1/knowledge"),
    ("post", "/v1/situations"),
    ("get", "/v1/changes"),
    ("get", "/v1/glossary"),
    ("get", "/v1/documents/{document}"),
    ("post", "/v1/feedback"),
    ("post", "/v1/knowledge/sync"),
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/metrics"),
}


@pytest.fixture(scope="module")
def schema() -> Schema:
    """The schema of an app that is never asked anything."""

    def build(knowledge: Knowledge) -> Any:
        return guide(knowledge.content)

    def no_sync() -> SyncReport:
        return SyncReport("0123456789ab", 0, 0, 0)

    published = Published(SnapshotFile(Path("nowhere.json")), build)
    made: Schema = create_app(published, no_sync, "a-token-of-staff", 65_536).openapi()
    return made


def test_the_contract_is_the_one_that_was_agreed(
    schema: Schema, pytestconfig: pytest.Config
) -> None:
    written = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if pytestconfig.getoption("--renew-golden"):
        GOLDEN.write_text(written, encoding="utf-8")
    golden = GOLDEN.read_text(encoding="utf-8") if GOLDEN.exists() else ""
    assert written == golden, (
        "The HTTP contract has changed. If that is meant, renew it and read the difference:\n"
        "python -m pytest tests/contracts --renew-golden && git diff tests/golden"
    )


@pytest.mark.parametrize(("name", "fields"), CONTRACT.items())
def test_field_names_are_the_contracts(schema: Schema, name: str, fields: str) -> None:
    assert set(schema["components"]["schemas"][name]["properties"]) == set(fields.split())


def test_routes_are_the_contracts(schema: Schema) -> None:
    found = {(method, path) for path, methods in schema["paths"].items() for method in methods}
    assert found == ROUTES


def test_every_property_and_parameter_is_described(schema: Schema) -> None:
    assert list(_undescribed(schema)) == []


def test_every_route_says_what_it_does(schema: Schema) -> None:
    for methods in schema["paths"].values():
        for operation in methods.values():
            assert operation["description"]


def test_every_reference_leads_somewhere(schema: Schema) -> None:
    known = set(schema["components"]["schemas"])
    assert {name.rsplit("/", 1)[1] for name in _references(schema)} <= known


def test_refusals_are_documented_as_problem_documents(schema: Schema) -> None:
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            refusals = {s: r for s, r in operation["responses"].items() if int(s) >= 400}
            for status, response in refusals.items():
                assert set(response["content"]) == {"application/problem+json"}, (path, status)
    assert {"400", "401", "413", "422", "503"} <= set(
        schema["paths"]["/v1/answers"]["post"]["responses"]
    )


def test_statuses_and_notice_codes_are_listed(schema: Schema) -> None:
    schemas = schema["components"]["schemas"]
    assert {"answered", "answered.partial", "routed.crisis"} <= set(schemas["Status"]["enum"])
    assert {"CRISIS", "REFUSE_DECISION", "UNKNOWN"} <= set(schemas["NoticeCode"]["enum"])


def _undescribed(schema: Schema) -> Iterator[str]:
    for name, model in schema["components"]["schemas"].items():
        for field, value in model.get("properties", {}).items():
            if not value.get("description"):
                yield f"{name}.{field}"
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "query" and not parameter.get("description"):
                    yield f"{path}?{parameter['name']}"


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)
