"""The project's own knowledge is whole: checked, sourced, in step with its schema."""

import os
from pathlib import Path

import pytest

from guide.catalogue.quotes import holding
from guide.model.knowledge import Content
from guide.settings import PROJECT
from ingest.check import ENGLISH_PHRASES, SWEDISH_PHRASES, check
from ingest.load import Loaded
from ingest.problems import Severity
from ingest.schema import MODELS, schema_text
from ingest.split import Splitter

STATED = {
    "villa-viva": ("historical", None),
    "jobbett": ("ended", None),
    "anonym-chatt": ("planned", None),
    "familjevaldsenheten": ("current", "none"),
    "krimteamet": ("current", "partly"),
    "socialt-faltarbete": ("current", "partly"),
    "familjecentral": ("uncertain", "none"),
}
"""Status and needs-test as the sources say, where a mistake would mislead most."""


def errors(loaded: Loaded, documents: Path | None = None) -> list[str]:
    found = check(loaded, documents)
    return [str(problem) for problem in found if problem.severity is Severity.ERROR]


def test_the_check_finds_no_error(loaded: Loaded) -> None:
    assert errors(loaded) == []


def test_every_anchor_stands_in_its_document(loaded: Loaded) -> None:
    folder = os.environ.get("GUIDE_DOCUMENTS")
    if not folder:
        pytest.skip("GUIDE_DOCUMENTS is not set: anchors are not looked up")
    assert errors(loaded, Path(folder)) == []


def test_every_offered_entry_has_equally_many_phrases(content: Content) -> None:
    for service in content.services:
        if service.status.offered:
            counts = (len(service.phrases.sv), len(service.phrases.en))
            assert counts == (SWEDISH_PHRASES, ENGLISH_PHRASES), service.id


def test_every_entry_and_section_rests_on_evidence(content: Content) -> None:
    sources = {source.id for source in content.sources}
    for service in content.services:
        assert {item.document for item in service.evidence} <= sources, service.id
        assert service.evidence_for("status"), service.id
        assert all(section.evidence for section in service.sections), service.id


@pytest.mark.parametrize(("name", "stated"), STATED.items())
def test_status_and_needs_test_are_as_the_sources_say(
    content: Content, name: str, stated: tuple[str, str | None]
) -> None:
    (service,) = (s for s in content.services if s.id == name)
    status, needs_test = stated
    assert service.status == status
    if needs_test is not None:
        assert service.needs_test == needs_test
        assert service.evidence_for("needs_test")


def test_a_needs_test_that_no_source_states_is_unknown_with_a_note(content: Content) -> None:
    for service in content.services:
        if service.needs_test == "unknown" and service.provider == "own":
            assert service.needs_test_note, service.id


def test_swedish_and_english_fixed_texts_have_the_same_keys(content: Content) -> None:
    assert content.messages["sv"].keys() == content.messages["en"].keys()


def test_every_offered_entry_can_be_read_in_english_and_easy_swedish(content: Content) -> None:
    for service in content.services:
        if service.status.offered and service.audience == "resident":
            assert service.summary.en, service.id
            assert service.summary.easy, service.id


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_is_in_step_with_the_code(name: str) -> None:
    path = PROJECT / "knowledge" / "schema" / f"{name}.schema.json"
    stale = f"{path.name} is stale; run: python -m ingest schema"
    assert path.read_text(encoding="utf-8") == schema_text(name), stale


def test_every_sentence_told_at_the_desk_stands_in_one_passage(content: Content) -> None:
    passages = list(Splitter(content).passages())
    rules = content.situations
    for quote in (*rules.not_for, *rules.reminders, *content.glossary):
        own = [passage for passage in passages if passage.service_id == quote.entry]
        assert holding(own, quote.text), quote.text
