"""Entries ranked for each term become one list in which every need gets something."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.model.service import Service
from guide.model.terms import Kind
from guide.retrieval.services import Ranked
from guide.situations.terms import Sought

MOST = 12
EACH = 6
"""Entries of one term that take part; with few terms more, so that the list can be filled."""
TOP = 3
"""How far up a term's list an entry must stand for the term to count as one of several."""
PROFESSIONALS = "professionals"
_SUBJECTS = (Kind.TOPIC, Kind.LEGAL_TOPIC)


class Led(NamedTuple):
    """An entry and the terms that led to it, the one it fits best first."""

    ranked: Ranked
    by: tuple[Sought, ...]


def preferred(
    found: Iterable[Ranked], sought: Sequence[str], groups: frozenset[str]
) -> list[Ranked]:
    """Within one term: help before mere subjects, the area asked for before others, the person's
    groups before others; what professionals use is for everybody. Else as they were ranked."""

    def place(one: Ranked) -> tuple[bool, bool, bool]:
        service = one.service
        return (
            service.kind in _SUBJECTS and not one.named,
            bool(sought) and not set(sought) & set(service.life_areas),
            not _is_for(service, groups),
        )

    return sorted(found, key=place)


def merged(lists: Mapping[Sought, Sequence[Ranked]], most: int = MOST) -> list[Led]:
    """First entries that several terms lead to, then the terms' lists in turn, rank by rank."""
    best: dict[str, list[tuple[int, Sought, Ranked]]] = {}
    for sought, found in lists.items():
        for rank, one in enumerate(found):
            best.setdefault(one.service.id, []).append((rank, sought, one))
    turn = list(lists)

    def place(led: list[tuple[int, Sought, Ranked]]) -> tuple[int, int, int]:
        high = sum(rank < TOP for rank, _, _ in led)
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
