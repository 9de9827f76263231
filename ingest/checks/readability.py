"""Texts for residents that are hard to read."""

from collections.abc import Iterator

from guide.model.service import Service
from guide.model.terms import Audience
from ingest.checks.view import View
from ingest.lix import lix, word_count
from ingest.problems import Problem, warning

HARD = 50
HARD_WHEN_EASY = 40
LEAST_WORDS = 15
"""One long word moves the LIX of a shorter text by seven or more, so that it tells nothing."""


def hard_to_read(view: View) -> Iterator[Problem]:
    """Summaries and sections above LIX 50, easy Swedish above 40."""
    for file, service in view.entries:
        if service.audience is not Audience.RESIDENT:
            continue
        for field, text, limit in _texts(service):
            if word_count(text) >= LEAST_WORDS and (value := lix(text)) > limit:
                yield warning(
                    "hard-to-read", file, field,
                    f"LIX är {value:.0f}, över {limit}.",
                    "Dela långa meningar och byt långa ord mot vanliga.",
                )  # fmt: skip


def _texts(service: Service) -> Iterator[tuple[str, str, int]]:
    yield "summary.sv", service.summary.sv, HARD
    if service.summary.easy:
        yield "summary.easy", service.summary.easy, HARD_WHEN_EASY
    for section in service.sections:
        if section.audience is Audience.RESIDENT:
            yield f"sections.{section.title}", section.text, HARD
