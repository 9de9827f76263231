"""What is asked back: only questions whose reply would change the answer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from guide.catalogue.messages import Wording
from guide.model.service import Service
from guide.retrieval.services import Ranked

LOOKED_AT = 3
"""First services that are compared: those that a reader sees at once."""
NO_SUBJECT = frozenset({"contact", "law"})
"""Life areas that tell nothing of what somebody needs."""
YOUNG = frozenset({"children", "youth", "parents", "families"})
GROWN = frozenset({"adults", "older"})


def asked_back(wording: Wording, ranked: Sequence[Ranked], age: int | None) -> str:
    """At most two questions, or "" where no reply would change what is offered first.

    What it is about, where the first services share no life area, or which of them is meant, where
    only some share one; and whom it is about, where some are for the young alone, others for the
    grown alone, and no age was stated.
    """
    first = [found.service for found in ranked[:LOOKED_AT]]
    return " ".join((*_about_what(wording, first), *_about_whom(wording, first, age)))


def _about_what(wording: Wording, first: Sequence[Service]) -> Iterator[str]:
    areas = Counter(area for service in first for area in {*service.life_areas} - NO_SUBJECT)
    alike = max(areas.values(), default=0)
    if len(first) < 2 or alike < 2:
        yield wording.get("notice.clarify")
    elif alike < len(first):
        names = wording.either([service.name for service in first])
        yield wording.get("notice.clarify_between", names=names)


def _about_whom(wording: Wording, first: Sequence[Service], age: int | None) -> Iterator[str]:
    groups = [set(service.groups) for service in first]
    young = any(theirs & YOUNG and not theirs & GROWN for theirs in groups)
    grown = any(theirs & GROWN and not theirs & YOUNG for theirs in groups)
    if age is None and young and grown:
        yield wording.get("notice.clarify_whom")
