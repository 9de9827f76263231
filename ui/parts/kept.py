"""The cards that the visitor keeps, in the session of the page and nowhere else."""

from collections.abc import MutableMapping
from typing import Any

import streamlit as st

from ui.model import Card
from ui.wording import Wording

KEY = "kept-cards"


class Kept:
    """The visitor's list, first kept first."""

    def __init__(self, state: MutableMapping[Any, Any]) -> None:
        self._state = state

    @property
    def cards(self) -> tuple[Card, ...]:
        cards: tuple[Card, ...] = self._state.get(KEY, ())
        return cards

    def holds(self, card: Card) -> bool:
        return any(kept.id == card.id for kept in self.cards)

    def toggle(self, card: Card) -> None:
        """Keeps the card, or drops it where it is kept."""
        others = tuple(kept for kept in self.cards if kept.id != card.id)
        self._state[KEY] = others if self.holds(card) else (*others, card)

    def clear(self) -> None:
        self._state.pop(KEY, None)


def show_keep_button(card: Card, scope: str, words: Wording) -> None:
    """Keeps or drops the card; `scope` tells the places apart that show the same card."""
    kept = Kept(st.session_state)
    held = kept.holds(card)
    st.button(
        words("card.drop" if held else "card.keep"),
        key=f"keep-{scope}-{card.id}",
        icon=":material/bookmark_remove:" if held else ":material/bookmark_add:",
        on_click=kept.toggle,
        args=(card,),
        wrap=True,
    )
