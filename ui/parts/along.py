"""The entries that staff take along, in the session of the page and nowhere else."""

from collections.abc import Iterable, MutableMapping
from typing import Any

from ui.situation import SituationRow

KEY = "taken-along"
CHOICE_KEY = "along-language"


class Along:
    """The picked rows, first picked first. What was searched with is not in them."""

    def __init__(self, state: MutableMapping[Any, Any]) -> None:
        self._state = state

    @property
    def rows(self) -> tuple[SituationRow, ...]:
        rows: tuple[SituationRow, ...] = self._state.get(KEY, ())
        return rows

    def holds(self, service_id: str) -> bool:
        return any(row.card.id == service_id for row in self.rows)

    def toggle(self, row: SituationRow) -> None:
        """Takes the row along, or leaves it where it was taken."""
        others = tuple(kept for kept in self.rows if kept.card.id != row.card.id)
        held = self.holds(row.card.id)
        taken = row.model_copy(update={"needs": ()})
        self._state[KEY] = others if held else (*others, taken)

    def of(self, rows: Iterable[SituationRow]) -> tuple[SituationRow, ...]:
        """Those of the rows that are taken along, in their own order."""
        return tuple(row for row in rows if self.holds(row.card.id))

    def clear(self) -> None:
        """Empties the list and forgets the language that it was to be handed over in."""
        for key in (KEY, CHOICE_KEY):
            self._state.pop(key, None)
