"""What a search of a note comes to, and that its key names entries that there are."""

import pytest

from evals.components.desk import FOLDER, PARTS, SEEN, Need, NoteCase, scores
from evals.data_files import read
from ingest.load import Loaded


def _case(*needs: tuple[str, ...]) -> NoteCase:
    told = tuple(Need(clause=f"behov {n}", right=right) for n, right in enumerate(needs))
    return NoteCase(id="a", text="en anteckning", needs=told, style="notes")


def test_a_need_is_met_by_any_right_entry_among_the_rows_that_are_seen() -> None:
    seen = ["other"] * (SEEN - 1)
    assert scores(_case(("x", "y")), [*seen, "y"])["needs met"] == 1
    late = scores(_case(("x", "y")), [*seen, "other", "y"])
    assert (late["needs met"], late["in the list"]) == (0, 1)


def test_a_note_of_two_needs_is_half_met_by_one() -> None:
    assert scores(_case(("x",), ("y",)), ["y"]) == {
        "needs met": 0.5,
        "first right": 1,
        "in the list": 0.5,
    }


def test_nothing_shown_meets_nothing() -> None:
    assert set(scores(_case(("x",)), []).values()) == {0}


@pytest.mark.parametrize("part", PARTS)
def test_right_entries_are_entries_of_the_knowledge(part: str, project_knowledge: Loaded) -> None:
    known = {service.id for service in project_knowledge.content.services}
    named = {
        name
        for case in read(FOLDER / f"{part}.jsonl", NoteCase)
        for need in case.needs
        for name in need.right
    }
    assert named <= known
