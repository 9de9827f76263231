"""The guide follows what is published, without a restart and without an error."""

import threading
from pathlib import Path

import pytest

from guide import wiring
from guide.catalogue.snapshot import SnapshotFile
from guide.errors import KnowledgeMissing
from guide.model.question import Question
from guide.published import Published
from guide.settings import Settings
from ingest.sync import Sync
from tests.small_knowledge import write_entry


@pytest.fixture
def published(published_settings: Settings) -> Published:
    return wiring.build_published(published_settings)


def test_the_same_guide_is_used_while_nothing_new_is_published(published: Published) -> None:
    assert published.current() is published.current()


def test_a_new_state_is_used_from_the_next_question_on(
    published: Published, published_settings: Settings, knowledge: Path
) -> None:
    before = published.current()
    write_entry(knowledge, "nyhetsrummet", "nyheter")
    report = Sync.from_settings(published_settings).run()
    after = published.current()
    assert "nyhetsrummet" not in before.catalogue.services
    assert "nyhetsrummet" in after.catalogue.services
    assert after.answer(Question(question="nyheter")).knowledge_version == report.version


def test_a_sync_without_changes_publishes_nothing(
    published: Published, published_settings: Settings
) -> None:
    before = published.current()
    Sync.from_settings(published_settings).run()
    assert published.current() is before


def test_questions_during_a_sync_get_either_version_and_never_an_error(
    published: Published, published_settings: Settings, knowledge: Path
) -> None:
    versions: set[str] = {published.current().catalogue.version}
    seen: list[str] = []
    errors: list[Exception] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                answer = published.current().answer(Question(question="stöd med ekonomi"))
                seen.append(answer.knowledge_version)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for number in range(3):
            write_entry(knowledge, "ekstodet", f"ekonomi och skulder {number}")
            versions.add(Sync.from_settings(published_settings).run().version)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert errors == []
    assert len(versions) == 4
    assert set(seen) <= versions


def test_knowledge_that_is_missing_or_damaged_says_what_to_run(tmp_path: Path) -> None:
    source = SnapshotFile(tmp_path / "knowledge.json")
    for action in (source.stamp, source.load):
        with pytest.raises(KnowledgeMissing, match="python -m ingest run"):
            action()
    (tmp_path / "knowledge.json").write_text('{"version": 1', encoding="utf-8")
    with pytest.raises(KnowledgeMissing, match="python -m ingest run"):
        source.load()


def test_a_snapshot_reads_back_as_it_was_published(published: Published, tmp_path: Path) -> None:
    knowledge = published.current().catalogue.knowledge
    copy = SnapshotFile(tmp_path / "copy" / "knowledge.json")
    copy.publish(knowledge)
    assert copy.load() == knowledge
    assert [file.name for file in (tmp_path / "copy").iterdir()] == ["knowledge.json"]
