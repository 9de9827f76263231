"""Fields that a source must stand behind."""

from collections.abc import Iterator

from guide.model.terms import NeedsTest
from ingest.checks.view import View
from ingest.problems import Problem, fault

ALWAYS = ("status", "who_it_is_for")
WHERE_STATED = ("ages", "cost", "waiting_time", "place", "prevention_level")
STATED = (NeedsTest.NONE, NeedsTest.REQUIRED, NeedsTest.PARTLY)


def support(view: View) -> Iterator[Problem]:
    """Fields that are filled in although no evidence names them under `supports`."""
    for file, service in view.entries:
        wanted = list(ALWAYS)
        if service.needs_test in STATED:
            wanted.append("needs_test")
        wanted += [field for field in WHERE_STATED if getattr(service, field)]
        for field in wanted:
            if not service.evidence_for(field):
                yield fault("unsupported", file, field, "Ingen källa stöder fältet.",
                            f"Lägg till {field} under supports i evidence.")  # fmt: skip
