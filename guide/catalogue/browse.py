"""List entries by filters, with how many there are per value."""

from collections import Counter
from collections.abc import Iterable, Sequence

from guide.model.question import Filters
from guide.model.service import Service


def passes(service: Service, filters: Filters) -> bool:
    """Whether the entry passes every filter that is set, its sourced age range included."""
    if filters.age is not None and service.ages and not service.ages.admits(filters.age):
        return False
    return (
        _any(filters.needs_test, {service.needs_test})
        and _any(filters.groups, service.groups)
        and _any(filters.life_areas, service.life_areas)
        and _any(filters.provider, {service.provider})
        and _any(filters.status, {service.status})
    )


def facet_counts(services: Sequence[Service]) -> dict[str, dict[str, int]]:
    """How many of the entries have each value of each filterable field."""
    return {
        "needs_test": _count(s.needs_test for s in services),
        "status": _count(s.status for s in services),
        "provider": _count(s.provider for s in services),
        "kind": _count(s.kind for s in services),
        "groups": _count(group for s in services for group in s.groups),
        "life_areas": _count(area for s in services for area in s.life_areas),
    }


def _count(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(str(value) for value in values).items()))


def _any(wanted: Iterable[str], have: Iterable[str]) -> bool:
    wanted = set(wanted)
    return not wanted or bool(wanted & set(have))
