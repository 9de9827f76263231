"""Counts of answers and of feedback since start. No free text, no identity, no small numbers."""

import threading
from collections import Counter

from guide.model.answer import Answer
from guide.model.terms import Audience

SMALL = 5
"""Counts below this are shown as 0: few cases could point at a person."""


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

    def feedback(self, helpful: bool, cause: str | None, service_id: str | None = None) -> None:
        """`service_id` is of an entry that there is: ids are few, and nobody's own words."""
        with self._lock:
            self._counts[("feedback", "helpful" if helpful else "not_helpful")] += 1
            if cause is not None:
                self._counts[("cause", cause)] += 1
            if service_id is not None and not helpful:
                self._counts[("lacking", service_id)] += 1

    def counts(self) -> dict[tuple[str, str], int]:
        """Counts by kind and code; small ones are hidden as 0."""
        with self._lock:
            return {key: n if n >= SMALL else 0 for key, n in sorted(self._counts.items())}
