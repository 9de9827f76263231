"""The published state is replaced whole, and what cannot be read says what to do."""

import datetime as dt
import os
from pathlib import Path

import pytest

from guide.catalogue.snapshot import SnapshotFile
from guide.errors import KnowledgeMissing
from guide.model.contact import Contact
from guide.model.discriminant import Discriminant
from guide.model.knowledge import Content, Knowledge
from guide.model.linear import Linear
from guide.model.passage import Passage
from tests.catalogue.entries import contact, service


def knowledge(version: str = "v1") -> Knowledge:
    contacts: tuple[Contact, ...] = (contact(verified="2025-01-01"),)
    return Knowledge(
        version=version,
        built_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        embedder="tiny",
        content=Content(services=(service(),), contacts=contacts, sources=()),
        passages=(
            Passage(id="bokrummet:om-1", service_id="bokrummet", title="Om", text="Läs – här."),
        ),
        discriminant=Discriminant(
            service_ids=("bokrummet",), scores=Linear(weights="AACAPw==", offsets="AAAAAA==")
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "knowledge.json"


def test_what_was_published_is_read_back_whole(path: Path) -> None:
    SnapshotFile(path).publish(knowledge())
    assert SnapshotFile(path).load() == knowledge()


def test_nothing_published_says_what_to_run(path: Path) -> None:
    for read in (SnapshotFile(path).load, SnapshotFile(path).stamp):
        with pytest.raises(KnowledgeMissing, match=r"knowledge\.json does not exist.*ingest run"):
            read()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": "x"}', '"half'])
def test_a_damaged_file_says_what_to_run(path: Path, damage: str) -> None:
    SnapshotFile(path).publish(knowledge())
    path.write_text(damage, encoding="utf-8")
    with pytest.raises(KnowledgeMissing, match=r"damaged.*python -m ingest run"):
        SnapshotFile(path).load()


def test_a_file_that_was_cut_short_says_what_to_run(path: Path) -> None:
    SnapshotFile(path).publish(knowledge())
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(KnowledgeMissing, match="damaged"):
        SnapshotFile(path).load()


def test_a_field_of_a_newer_version_is_refused(path: Path) -> None:
    SnapshotFile(path).publish(knowledge())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"version"', '"colour":1,"version"', 1), encoding="utf-8")
    with pytest.raises(KnowledgeMissing, match="another version"):
        SnapshotFile(path).load()


def test_a_reader_that_has_the_file_open_keeps_the_old_state(path: Path) -> None:
    SnapshotFile(path).publish(knowledge("v1"))
    with path.open("rb") as reader:
        SnapshotFile(path).publish(knowledge("v2"))
        assert Knowledge.model_validate_json(reader.read()).version == "v1"
    assert SnapshotFile(path).load().version == "v2"


def test_a_publication_that_fails_leaves_the_old_state_and_no_rest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SnapshotFile(path).publish(knowledge("v1"))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        SnapshotFile(path).publish(knowledge("v2"))
    assert SnapshotFile(path).load().version == "v1"
    assert [p.name for p in path.parent.iterdir()] == ["knowledge.json"]


def test_the_stamp_changes_with_each_publication(path: Path) -> None:
    snapshot = SnapshotFile(path)
    stamps = set()
    for version in ("v1", "v2", "v3"):
        snapshot.publish(knowledge(version))
        stamps.add(snapshot.stamp())
        assert snapshot.stamp() in stamps
    assert len(stamps) == 3
