"""Counts of answers and of feedback since start. No free text, no identity, no small numbers."""

import threading
from collections import Counter

from guide.model.answer import Answer
from guide.model.service import Service
from guide.model.terms import Audience

SMALL = 5
"""Counts below this are shown as 0: few cases could point at a person."""
LACKING, LACKING_INTERNAL = BY_ENTRY = ("lacking", "lacking_internal")
"""What entries lack, by their ids: those that all may read, and those for staff alone."""


class Journal:
    """Counts by code, in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str]] = Counter()

    def answered(self, answer: Answer, audience: Audience) -> None:
        with self._lock:
            self._counts[("audience", audience)] += 1
            self._counts[("status", answer.status)] += 1
            self._counts[("language", answer.language)] += 1
            for code in {notice.code for notice in answer.notices}:
                self._counts[("notice", code)] += 1

    def feedback(self, helpful: bool, cause: str | None, service: Service | None = None) -> None:
        """`service` is the entry that it is about: ids are few, and nobody's own words."""
        with self._lock:
            self._counts[("feedback", "helpful" if helpful else "not_helpful")] += 1
            if cause is not None:
                self._counts[("cause", cause)] += 1
            if service is not None and not helpful:
                internal = service.audience is Audience.STAFF
                self._counts[(LACKING_INTERNAL if internal else LACKING, service.id)] += 1

    def counts(self, staff: bool = False) -> dict[tuple[str, str], int]:
        """Counts by kind and code; small ones are hidden as 0, and of what entries lack left out.
        Ids of entries for staff alone are told to `staff`."""
        with self._lock:
            counted = sorted(self._counts.items())
        return {
            (kind, code): n if n >= SMALL else 0
            for (kind, code), n in counted
            if (staff or kind != LACKING_INTERNAL) and (n >= SMALL or kind not in BY_ENTRY)
        }
