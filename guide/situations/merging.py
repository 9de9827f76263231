"""Entries ranked for each term become one list in which every need gets something."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.model.service import Service
from guide.model.terms import Kind, NeedsTest
from guide.retrieval.services import Ranked
from guide.situations.terms import Sought

MOST = 12
EACH = 6
"""Entries of one term that take part; with few terms more, so that the list can be filled."""
TOP = 3
"""How far up a term's list an entry must stand for the term to count as one of several."""
LEAST = 2.0
"""Standard deviations above the mean of all entries from which an entry stands out."""
LEAST_IN_DANGER = 3.0
"""The same beside entries that crisis rules put first."""
ASIDE = 2.0
"""Standard deviations that an entry must fit better for each of these: a subject page, what others
answer for, what is for professionals alone. A licence to serve alcohol is no help with drinking."""
PROFESSIONALS = "professionals"
_SUBJECTS = (Kind.TOPIC, Kind.LEGAL_TOPIC)


class Led(NamedTuple):
    """An entry and the terms that led to it, the one it fits best first."""

    ranked: Ranked
    by: tuple[Sought, ...]


def preferred(
    found: Iterable[Ranked], sought: Sought, elsewhere: frozenset[str], groups: frozenset[str]
) -> list[Ranked]:
    """Within one term: those that crisis rules put first, the area asked for before others, the
    person's groups before others (what professionals use is for everybody), else as they fit; mere
    subjects, what others than the social services answer for, and what is for professionals alone
    count as fitting less well. The first always stays, with those of the area asked for, and of
    the others those that stand out; in danger far out."""
    least = LEAST_IN_DANGER if sought.first else LEAST

    def fit(one: Ranked) -> float:
        return one.score - ASIDE * (not one.named) * _aside(one.service, elsewhere)

    def place(one: Ranked) -> tuple[int, bool, bool, float]:
        service = one.service
        first = sought.first
        behind = first.index(service.id) if service.id in first else len(first)
        outside = sought.area is not None and sought.area not in service.life_areas
        return (behind, outside, not _is_for(service, groups), -fit(one))

    ordered = sorted(found, key=place)
    direct = {*sought.first, *(one.service.id for one in ordered[:1] if not sought.first)}

    def stays(one: Ranked) -> bool:
        inside = sought.area is not None and sought.area in one.service.life_areas
        return inside or one.named or one.service.id in direct or fit(one) >= least

    return [one for one in ordered if stays(one)]


def merged(lists: Mapping[Sought, Sequence[Ranked]], most: int = MOST) -> list[Led]:
    """First entries that several terms lead to, then the terms' lists in turn, rank by rank; in
    each turn what others than the person need comes late, and what only comes nearest last."""
    best: dict[str, list[tuple[int, Sought, Ranked]]] = {}
    for sought, found in lists.items():
        for rank, one in enumerate(found):
            best.setdefault(one.service.id, []).append((rank, sought, one))
    turn = sorted(lists, key=lambda sought: (sought.term.loose, sought.term.others))

    def place(led: list[tuple[int, Sought, Ranked]]) -> tuple[int, int, int]:
        high = sum(
            rank < TOP and not (sought.term.loose or sought.term.others) for rank, sought, _ in led
        )
        rank, sought, _ = min(led, key=lambda item: item[0])
        return (-high if high > 1 else 0, rank, turn.index(sought))

    ordered = sorted(best.values(), key=place)[:most]
    return [_led(led) for led in ordered]


def _led(led: list[tuple[int, Sought, Ranked]]) -> Led:
    by_rank = sorted(led, key=lambda item: item[0])
    return Led(by_rank[0][2], tuple(sought for _, sought, _ in by_rank))


def _is_for(service: Service, groups: frozenset[str]) -> bool:
    if not groups or not service.groups or service.kind is Kind.METHOD:
        return True
    return bool(groups & set(service.groups)) or PROFESSIONALS in service.groups


def _aside(service: Service, elsewhere: frozenset[str]) -> int:
    return (
        (service.kind in _SUBJECTS)
        + (service.id in elsewhere)
        + (service.groups == (PROFESSIONALS,))
        + _is_way_of_working(service)
    )


def _is_way_of_working(service: Service) -> bool:
    """A method that nobody applies for or starts for a person."""
    untested = service.needs_test is NeedsTest.NOT_APPLICABLE
    return service.kind is Kind.METHOD and untested and service.initiated_by is None
