"""Does each need that a social worker's note tells of get something that fits it?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field

from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.data_files import Line, read
from guide.model.situation import Situation
from guide.model.value import Value
from guide.settings import PROJECT

FOLDER = PROJECT / "evals" / "data" / "desk"
PARTS = ("tuning", "reporting")
SEEN = 6
"""Rows that a reader with little time sees."""


class Need(Value):
    """A need in the note's own words, and entries of which any is right for it."""

    clause: str
    right: tuple[str, ...] = Field(min_length=1)


class NoteCase(Line):
    """A situation as a note tells it."""

    text: str
    needs: tuple[Need, ...] = Field(min_length=1)
    style: Literal["notes", "sentence", "abbreviated", "field"]


class Desk:
    """Searches each note as the staff page does when its text is all that is written."""

    name = "desk"
    version = 1
    ways: Mapping[str, Way] = {"needs met": "more", "first right": "more", "in the list": "more"}

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        for part in PARTS:
            cases = read(FOLDER / f"{part}.jsonl", NoteCase)
            for done, case in enumerate(cases, 1):
                rows = asked.guide.situation(Situation(text=case.text)).rows
                yield _outcome(part, case, [row.card.id for row in rows])
                progress(f"desk {part}", done, len(cases))


def scores(case: NoteCase, shown: Sequence[str]) -> dict[str, float]:
    """`needs met`: share of needs with a right entry among the first `SEEN` rows; `in the list`:
    among all rows; `first right`: whether the first row is right for any need."""
    every = {name for need in case.needs for name in need.right}
    return {
        "needs met": _met(case, shown[:SEEN]),
        "first right": float(bool(shown) and shown[0] in every),
        "in the list": _met(case, shown),
    }


def _met(case: NoteCase, shown: Sequence[str]) -> float:
    return sum(not set(shown).isdisjoint(need.right) for need in case.needs) / len(case.needs)


def _outcome(part: str, case: NoteCase, shown: list[str]) -> Outcome:
    held_out = part == "reporting"
    missed = [need.clause for need in case.needs if set(shown[:SEEN]).isdisjoint(need.right)]
    return Outcome(
        component="desk",
        set=part,
        id=case.id,
        held_out=held_out,
        question="" if held_out else case.text,
        groups={"audience": "staff", "lang": "sv", "kind": case.style},
        expected=() if held_out else tuple(name for need in case.needs for name in need.right),
        found=() if held_out else tuple(shown),
        stages={} if held_out else {"not met": "; ".join(missed) or "none"},
        scores=scores(case, shown),
    )
