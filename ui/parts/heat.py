"""The range as counts: life areas by whether an assessment comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ui.model import Card
from ui.parts.press import press_key

TESTS = ("none", "partly", "required", "unknown", "not_applicable")
HELP = frozenset({"intervention", "unit", "facility", "partner", "national_line", "contact_route"})
OFFERED = frozenset({"current", "uncertain"})
STEPS = (1, 3, 6, 10)


@dataclass(frozen=True)
class Scope:
    """What is counted. Empty `providers` and `levels` narrow nothing; `everything` also counts
    what is no help in itself: methods, topics, laws, authorities."""

    providers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    everything: bool = False

    def holds(self, card: Card) -> bool:
        return (
            card.status in OFFERED
            and (self.everything or card.kind in HELP)
            and (not self.providers or card.provider in self.providers)
            and (not self.levels or card.prevention_level in self.levels)
        )


@dataclass(frozen=True)
class Cell:
    """The entries of one area with one needs-test; `step` is 0 (none) to 4 (ten or more)."""

    area: str
    test: str
    cards: tuple[Card, ...]

    @property
    def own(self) -> int:
        return sum(card.provider == "own" for card in self.cards)

    @property
    def step(self) -> int:
        return sum(len(self.cards) >= least for least in STEPS)

    @property
    def key(self) -> str:
        return press_key("cell", self.area, self.test)


@dataclass(frozen=True)
class AreaRow:
    """An area with a cell per needs-test; `total` counts each of its entries once."""

    area: str
    cells: tuple[Cell, ...]

    @property
    def total(self) -> int:
        return sum(len(cell.cards) for cell in self.cells)

    @property
    def without_test(self) -> int:
        """How many are said to be given without an assessment, at least in part."""
        return sum(len(cell.cards) for cell in self.cells if cell.test in ("none", "partly"))


def in_scope(cards: Iterable[Card], scope: Scope) -> tuple[Card, ...]:
    return tuple(card for card in cards if scope.holds(card))


def heat(cards: Sequence[Card], areas: Iterable[str]) -> tuple[AreaRow, ...]:
    """A row per area; an entry of several areas stands in each of them."""
    return tuple(
        AreaRow(area, tuple(Cell(area, test, _of(cards, area, test)) for test in TESTS))
        for area in areas
    )


def gaps(rows: Iterable[AreaRow]) -> tuple[str, ...]:
    """The areas where no source names anything that is given without an assessment."""
    return tuple(row.area for row in rows if not row.without_test)


def _of(cards: Iterable[Card], area: str, test: str) -> tuple[Card, ...]:
    return tuple(c for c in cards if area in c.life_areas and c.needs_test == test)
