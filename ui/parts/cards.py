"""Services as cards that can be kept, opened and corrected."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from ui.client import GuideClient
from ui.markup import plain_label, render
from ui.model import Card
from ui.parts.card import Setting, card_html
from ui.parts.kept import show_keep_button
from ui.parts.links import show_link
from ui.parts.report import show_report, show_report_button
from ui.parts.summaries import own_summary
from ui.wording import Wording

FIRST_CARDS = 3


@dataclass(frozen=True)
class CardPlace:
    """Where cards are shown: `scope` is a name of its own for widgets, `language` the one that
    the cards' summaries are in, `version` the knowledge that they came from, `level` that of the
    headings. `open_cards` are the cards as residents see them, by id, where others are shown:
    then only these are kept. `for_staff` asks what a card lacks, as the desk does."""

    scope: str
    language: str = "sv"
    version: str | None = None
    level: int = 4
    open_cards: Mapping[str, Card] | None = None
    for_staff: bool = False


class CardList:
    """Draws cards at one place."""

    def __init__(self, place: CardPlace, client: GuideClient, words: Wording) -> None:
        self._place = place
        self._client = client
        self._words = words

    def show(self, cards: Sequence[Card]) -> None:
        """The best cards open, the rest behind one line; nothing where there are none."""
        if not cards:
            return
        with st.container(key=f"cards-{self._place.scope}"):
            st.html(render("cards", w=self._words, many=len(cards) > 1))
            for index, card in enumerate(cards[:FIRST_CARDS]):
                self.show_card(card, _told(cards[:index]))
            rest = cards[FIRST_CARDS:]
            if rest:
                label = self._words("answer.more_cards", count=len(rest))
                with st.expander(label, key=f"more-{self._place.scope}"):
                    for index, card in enumerate(rest, FIRST_CARDS):
                        self.show_card(card, _told(cards[:index]))

    def show_card(self, card: Card, told: Collection[str] = (), *, link: bool = True) -> None:
        """One card with what can be done with it, also a link to its own page."""
        scope = self._place.scope
        own = own_summary(card, self._client, self._words)
        setting = Setting(told, self._place.language, own, self._place.level)
        with st.container(key=f"card-{scope}-{card.id}"):
            st.html(card_html(card, self._words, setting))
            with st.container(horizontal=True, key=f"acts-{scope}-{card.id}"):
                self._show_keep(card)
                if link:
                    label = plain_label(self._words("card.more_about", name=card.name))
                    show_link("service", label, ":material/arrow_forward:", id=card.id)
                label = self._words("desk.lacks" if self._place.for_staff else "report.open")
                show_report_button(card, scope, label)
            show_report(card, scope, self._client, self._words, self._place.version)

    def _show_keep(self, card: Card) -> None:
        among = self._place.open_cards
        kept = card if among is None else among.get(card.id)
        if kept:
            show_keep_button(kept, self._place.scope, self._words)


def _told(earlier: Sequence[Card]) -> set[str]:
    """Contacts that earlier cards have told all about."""
    return {contact.id for card in earlier for contact in card.contacts}
