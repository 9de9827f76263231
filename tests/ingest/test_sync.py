"""A sync does what changed and nothing else, and a reader never sees half of it."""

from pathlib import Path

import pytest

from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from guide.catalogue.snapshot import SnapshotFile
from guide.errors import StoreUnavailable, SyncFailed
from guide.model.knowledge import Knowledge
from guide.ports import SyncReport
from guide.settings import Settings
from ingest.sync import Sync
from tests.ingest.editing import edit
from tests.ingest.workshop import Killed, Workshop
from tests.small_knowledge import write_entry

ENTRY = "services/ekstodet.md"
PER_ENTRY = 5
"""Searchable passages of an entry: two summaries and three sections."""
EXAMPLES = 19
"""Texts of an entry that are learned from: phrases, summaries, for whom it is."""


def test_the_first_run_publishes_everything(workshop: Workshop) -> None:
    report = workshop.sync().run()
    assert report == SyncReport(report.version, 3 * PER_ENTRY, 0, 0)
    assert len(workshop.embedder.texts) == 3 * (PER_ENTRY + EXAMPLES)
    knowledge = workshop.published()
    assert knowledge.version == report.version
    assert knowledge.embedder == workshop.embedder.fingerprint
    assert workshop.digests() == workshop.published_digests()


def test_a_run_without_changes_embeds_nothing_and_leaves_the_snapshot(workshop: Workshop) -> None:
    first = workshop.sync().run()
    stamp = workshop.snapshot.stamp()
    assert workshop.sync().run() == SyncReport(first.version, 0, 0, 3 * PER_ENTRY)
    assert workshop.embedder.texts == []
    assert workshop.snapshot.stamp() == stamp


def test_an_edited_section_embeds_that_passage_only(workshop: Workshop) -> None:
    first = workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "en intern rutin", "en ny rutin")
    second = workshop.sync().run()
    assert second == SyncReport(second.version, 1, 1, 3 * PER_ENTRY - 1)
    assert [text for text in workshop.embedder.texts if "en ny rutin" not in text] == []
    assert second.version != first.version
    assert workshop.digests() == workshop.published_digests()


def test_a_changed_fact_is_published_without_embedding(workshop: Workshop) -> None:
    first = workshop.sync().run()
    edit(workshop.knowledge, "contacts.yaml", "042-00 00 01", "042-00 00 09")
    second = workshop.sync().run()
    assert (second.added, second.removed) == (0, 0)
    assert second.version != first.version
    texts = {p.id: p.text for p in workshop.published().passages}
    assert "042-00 00 09" in texts["ekstodet:kontakt-1"]


def test_a_narrowed_audience_gives_new_vectors(workshop: Workshop) -> None:
    workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "kind: unit", "kind: unit\naudience: staff")
    report = workshop.sync().run()
    # The section that was staff's before keeps its vector.
    assert (report.added, report.removed) == (PER_ENTRY - 1, PER_ENTRY - 1)
    audiences = {p.audience for p in workshop.published().passages if p.service_id == "ekstodet"}
    assert audiences == {"staff"}


def test_a_renamed_entry_takes_the_old_ones_place(workshop: Workshop) -> None:
    workshop.sync().run()
    old = workshop.knowledge / ENTRY
    old.rename(old.with_stem("ekonomistodet"))
    edit(workshop.knowledge, "services/ekonomistodet.md", "id: ekstodet", "id: ekonomistodet")
    report = workshop.sync().run()
    assert (report.added, report.removed) == (PER_ENTRY, PER_ENTRY)
    assert workshop.digests() == workshop.published_digests()
    assert {p.service_id for p in workshop.published().passages} == {
        "boendehjalpen",
        "ekonomistodet",
        "samtalsrummet",
    }


def test_a_deleted_entry_takes_its_vectors_with_it(workshop: Workshop) -> None:
    workshop.sync().run()
    (workshop.knowledge / ENTRY).unlink()
    report = workshop.sync().run()
    assert (report.added, report.removed, report.kept) == (0, PER_ENTRY, 2 * PER_ENTRY)
    assert workshop.embedder.texts == []
    assert len(workshop.digests()) == 2 * PER_ENTRY


def test_an_error_publishes_nothing_and_touches_nothing(workshop: Workshop) -> None:
    workshop.sync().run()
    before, digests = (workshop.data / "knowledge.json").read_bytes(), workshop.digests()
    edit(workshop.knowledge, ENTRY, "kind: unit", "kind: grupp")
    write_entry(workshop.knowledge, "nytt", "mat")
    with pytest.raises(SyncFailed, match=r"ekstodet\.md:4 \[kind\].*\n1 fel"):
        workshop.sync().run()
    assert (workshop.data / "knowledge.json").read_bytes() == before
    assert workshop.digests() == digests
    assert workshop.embedder.texts == []


def test_an_empty_folder_never_empties_the_guide(workshop: Workshop) -> None:
    workshop.sync().run()
    for path in (workshop.knowledge / "services").iterdir():
        path.unlink()
    with pytest.raises(SyncFailed, match="inga poster"):
        workshop.sync().run()
    assert len(workshop.published().content.services) == 3


def test_a_plan_says_what_a_run_would_do_and_does_nothing(workshop: Workshop) -> None:
    workshop.sync().run()
    (workshop.knowledge / ENTRY).unlink()
    write_entry(workshop.knowledge, "nytt", "mat")
    before = workshop.digests()
    plan = workshop.sync().plan()
    summary = plan.summary()
    assert (summary["nya"], summary["borttagna"], summary["oförändrade"]) == (5, 5, 10)
    assert workshop.digests() == before
    report = workshop.sync().run()
    assert report == SyncReport(plan.version, 5, 5, 10)


@pytest.mark.parametrize("killed", ["adding", "publishing", "deleting"])
def test_a_run_that_was_killed_is_finished_by_the_next(
    workshop: Workshop, tmp_path: Path, killed: str
) -> None:
    first = workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "ger stöd med ekonomi", "ger råd om ekonomi")
    (workshop.knowledge / "services" / "samtalsrummet.md").unlink()
    with pytest.raises(Killed):
        workshop.sync(killed=killed).run()
    # Whatever is published at this moment has all its vectors.
    assert (workshop.published().version == first.version) is (killed != "deleting")
    assert workshop.published_digests() <= workshop.digests()
    report = workshop.sync().run()
    # The sentence that changed stands in a passage and in an example.
    assert len(workshop.embedder.texts) == (2 if killed == "adding" else 0)
    fresh = Workshop(workshop.knowledge, tmp_path / "fresh", workshop.embedder)
    fresh_report = fresh.sync().run()
    assert report.version == fresh_report.version
    assert workshop.published().passages == fresh.published().passages
    assert workshop.published().content == fresh.published().content
    assert workshop.digests() == fresh.digests()


def test_a_snapshot_that_cannot_be_written_is_reported_with_its_setting(
    workshop: Workshop,
) -> None:
    class Unwritable(SnapshotFile):
        def publish(self, _knowledge: Knowledge) -> None:
            raise PermissionError(13, "Permission denied", "knowledge.json")

    with pytest.raises(SyncFailed, match=r"knowledge\.json.*GUIDE_DATA_DIR"):
        workshop.sync(snapshot=Unwritable).run()


def test_a_damaged_snapshot_is_published_anew(workshop: Workshop) -> None:
    report = workshop.sync().run()
    (workshop.data / "knowledge.json").write_text("{", encoding="utf-8")
    assert workshop.sync().run().version == report.version
    assert workshop.published().version == report.version
    assert workshop.embedder.texts == []


def test_lost_vectors_are_embedded_again(workshop: Workshop) -> None:
    report = workshop.sync().run()
    gone = sorted(workshop.digests())[:4]
    workshop.store().delete(gone)
    again = workshop.sync().run()
    assert again == SyncReport(report.version, 4, 0, 11)
    assert workshop.digests() == workshop.published_digests()


def test_another_embedder_has_a_collection_of_its_own(
    workshop: Workshop, settings: Settings
) -> None:
    first = workshop.sync().run()
    model = SentenceTransformerEmbedder(settings.embedding_model, passage_prompt="text: ")
    other = Workshop(workshop.knowledge, workshop.data, model)
    report = other.sync().run()
    assert report.added == 3 * PER_ENTRY
    assert report.version != first.version
    assert other.published().embedder == model.fingerprint
    assert not workshop.digests() & other.digests()
    assert len(workshop.digests()) == len(other.digests()) == 3 * PER_ENTRY


def test_a_store_that_cannot_be_used_leaves_what_was_published(
    workshop: Workshop, settings: Settings
) -> None:
    workshop.sync().run()
    stamp = workshop.snapshot.stamp()
    elsewhere = settings.model_copy(update={"data_dir": settings.data_dir / "knowledge.json"})
    with pytest.raises(StoreUnavailable, match="GUIDE_DATA_DIR"):
        Sync.from_settings(elsewhere).run()
    assert workshop.snapshot.stamp() == stamp
