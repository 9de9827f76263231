"""Publishing records what it changes, and a killed run records nothing twice."""

import datetime as dt

import pytest

from guide.catalogue.snapshot import SnapshotFile
from guide.errors import SyncFailed
from guide.model.knowledge import Knowledge
from tests.ingest.editing import edit
from tests.ingest.workshop import Killed, Workshop

LONG_AGO = dt.date(2020, 1, 1)
ENTRY = "services/ekstodet.md"


class FullDisk(SnapshotFile):
    """A real snapshot on a disk that holds no more."""

    def publish(self, _knowledge: Knowledge) -> None:
        raise OSError(28, "No space left on device")


def told(workshop: Workshop) -> list[tuple[str, str, str | None, str | None]]:
    """What readers are told of the state that is published now."""
    found = workshop.changes.read().up_to(workshop.published().version).since(LONG_AGO)
    return [(one.service_id, one.what, one.before, one.after) for one in found]


def test_the_first_publishing_records_its_day_alone(workshop: Workshop) -> None:
    workshop.sync().run()
    assert workshop.changes.read().first == workshop.published().built_at.date()
    assert told(workshop) == []


def test_a_publishing_records_what_editors_changed(workshop: Workshop) -> None:
    workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "needs_test: none", "needs_test: required")
    (workshop.knowledge / "services" / "samtalsrummet.md").unlink()
    workshop.sync().run()
    assert told(workshop) == [
        ("ekstodet", "needs_test", "none", "required"),
        ("samtalsrummet", "removed", "current", None),
    ]


def test_a_run_without_changes_records_nothing(workshop: Workshop) -> None:
    workshop.sync().run()
    before = workshop.changes.read()
    workshop.sync().run()
    assert workshop.changes.read() == before


def test_a_run_killed_before_it_publishes_is_recorded_once_by_the_next(workshop: Workshop) -> None:
    workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "needs_test: none", "needs_test: required")
    with pytest.raises(Killed):
        workshop.sync(killed="publishing").run()
    workshop.sync().run()
    assert told(workshop) == [("ekstodet", "needs_test", "none", "required")]


def test_what_could_not_be_published_is_told_once_when_it_is(workshop: Workshop) -> None:
    workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "needs_test: none", "needs_test: required")
    with pytest.raises(SyncFailed):
        workshop.sync(snapshot=FullDisk).run()
    assert workshop.changes.read().publishings
    assert told(workshop) == []
    workshop.sync().run()
    assert told(workshop) == [("ekstodet", "needs_test", "none", "required")]


def test_publishing_words_to_search_with_hides_no_earlier_change(workshop: Workshop) -> None:
    workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "needs_test: none", "needs_test: required")
    workshop.sync().run()
    edit(workshop.knowledge, ENTRY, "jag vill ha ekonomi nummer 9", "helt nya ord")
    workshop.sync().run()
    assert told(workshop) == [("ekstodet", "needs_test", "none", "required")]
