"""What changed is recorded once, for each entry and in words that can be compared."""

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest

from guide.catalogue import changes
from guide.catalogue.changes import ChangeFile, changes_between
from guide.model.change import Change, Changed
from guide.model.knowledge import Content, Knowledge
from tests.small_catalogue import SWITCHBOARD, catalogue, content, service

DAY = dt.date(2026, 3, 2)
LATER = dt.date(2026, 3, 9)


def known(*entries: Any, version: str = "0123456789ab", **fields: Any) -> Knowledge:
    return catalogue(content(*entries, **fields)).knowledge.model_copy(update={"version": version})


def between(before: Content, after: Content) -> list[tuple[str, str, str | None, str | None]]:
    found = changes_between(before, after, DAY)
    return [(one.service_id, one.what, one.before, one.after) for one in found]


def test_each_kind_of_change_is_told_with_both_values() -> None:
    before = content(
        service("stodet"), service("borta"), service("boendet", needs_test="unknown"), service("x")
    )
    after = content(
        service("stodet", status="ended"),
        service("nytt"),
        service("boendet", needs_test="required"),
        service("x", who_it_is_for="Alla."),
    )
    assert between(before, after) == [
        ("boendet", "needs_test", "unknown", "required"),
        ("borta", "removed", "current", None),
        ("nytt", "added", None, "current"),
        ("stodet", "status", "current", "ended"),
        ("x", "text", None, None),
    ]


def test_a_new_number_is_a_change_of_whom_one_reaches() -> None:
    moved = SWITCHBOARD.model_copy(update={"phone": "042-11 11 11"})
    found = between(content(service("x")), content(service("x"), contacts=(moved,)))
    assert found == [("x", "contacts", "Kontaktcenter 042-00 00 02", "Kontaktcenter 042-11 11 11")]


def test_what_else_a_contact_record_says_is_a_change_too() -> None:
    noted = SWITCHBOARD.model_copy(update={"note": "Stängt i juli."})
    found = between(content(service("x")), content(service("x"), contacts=(noted,)))
    assert found == [("x", "contacts", None, None)]


def test_a_damaged_history_is_put_aside_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "changes.json"
    path.write_text("{half", encoding="utf-8")
    file = ChangeFile(path)
    assert file.read().first is None
    file.record(None, "b" * 12, content(service("x")), DAY)
    assert file.read().first == DAY
    assert path.with_suffix(".damaged").read_text(encoding="utf-8") == "{half"


def test_phrases_that_are_only_searched_with_are_no_change() -> None:
    after = content(service("x", phrases={"sv": ["nya ord"]}))
    assert between(content(service("x")), after) == []


def test_the_first_publishing_records_the_day_alone(tmp_path: Path) -> None:
    file = ChangeFile(tmp_path / "changes.json")
    file.record(None, "b" * 12, content(service("x")), DAY)
    assert file.read().first == DAY
    assert file.read().since(DAY) == ()


def test_changes_are_told_newest_first_and_from_the_day_asked_for(tmp_path: Path) -> None:
    file = ChangeFile(tmp_path / "changes.json")
    one, two = known(service("x"), version="a" * 12), known(service("y"), version="b" * 12)
    file.record(one, two.version, two.content, DAY)
    file.record(two, "c" * 12, content(service("y"), service("z")), LATER)
    history = file.read()
    assert [(c.date, c.service_id) for c in history.since(DAY)] == [
        (LATER, "z"), (DAY, "x"), (DAY, "y"),
    ]  # fmt: skip
    assert [c.service_id for c in history.since(LATER)] == ["z"]
    assert history.since(LATER + dt.timedelta(1)) == ()
    assert history.first == DAY


def test_a_recording_whose_publishing_never_came_is_not_told_twice(tmp_path: Path) -> None:
    file = ChangeFile(tmp_path / "changes.json")
    before = known(service("x"), version="a" * 12)
    file.record(before, "b" * 12, content(service("x"), service("y")), DAY)
    file.record(before, "c" * 12, content(service("x"), service("z")), LATER)
    assert [c.service_id for c in file.read().since(DAY)] == ["z"]


def test_going_back_to_an_earlier_state_is_a_change_too(tmp_path: Path) -> None:
    file = ChangeFile(tmp_path / "changes.json")
    one, two = known(service("x"), version="a" * 12), known(service("y"), version="b" * 12)
    file.record(one, two.version, two.content, DAY)
    file.record(two, one.version, one.content, LATER)
    file.record(one, "c" * 12, content(service("x"), service("z")), LATER)
    assert len(file.read().since(DAY)) == 5


def test_the_file_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST", 3)
    file = ChangeFile(tmp_path / "changes.json")
    versions = "abcd"
    for day, (old, new) in enumerate(itertools.pairwise(versions), 1):
        after = content(service(f"{new}-ett"), service(f"{new}-tva"))
        before = known(service(old), version=old * 12)
        file.record(before, new * 12, after, dt.date(2026, 3, day))
    told = file.read().since(dt.date(2026, 1, 1))
    assert len(told) == 3
    assert told[0].date == dt.date(2026, 3, 3)


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "changes.json"
    path.write_text("{half", encoding="utf-8")
    file = ChangeFile(path)
    assert file.read().first is None
    file.record(None, "b" * 12, content(service("x")), DAY)
    assert file.read().first == DAY


def test_a_change_says_what_it_is() -> None:
    (change,) = changes_between(content(), content(service("x")), DAY)
    assert change == Change(
        date=DAY, service_id="x", name="X", what=Changed.ADDED, before=None, after="current"
    )
