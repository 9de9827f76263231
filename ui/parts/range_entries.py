"""The entries behind a cell of the picture, each to open or to take along."""

import streamlit as st

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.markup import plain_label, render
from ui.model import Card, Search
from ui.parts.along import Along
from ui.parts.card import needs_test_badge, status_badge
from ui.parts.links import show_link
from ui.parts.report import open_report
from ui.parts.summaries import FRESH
from ui.situation import SituationRow
from ui.wording import Wording


def all_cards(client: DeskClient) -> tuple[Card, ...]:
    """Every entry that staff may see. Raises ApiError."""
    return _cards(client.api_url, client)


def show_entries(
    cards: tuple[Card, ...], title: str, key: str, client: DeskClient, words: Wording
) -> None:
    """The entries under a heading that takes the focus when the cell is picked."""
    st.html(render("arrive", title=title, id=key))
    for card in sorted(cards, key=lambda card: card.name.casefold()):
        _show_entry(card, client, words)


def _show_entry(card: Card, client: DeskClient, words: Wording) -> None:
    along = Along(st.session_state)
    badges = (status_badge(card, words), needs_test_badge(card, words))
    with st.container(key=f"card-range-{card.id}"):
        badged = [badge for badge in badges if badge]
        st.html(render("row", w=words, card=card, own="", badges=badged))
        with st.container(horizontal=True, key=f"acts-range-{card.id}"):
            taken = along.holds(card.id)
            label = words("desk.taken") if taken else words("desk.take")
            st.button(
                label,
                key=f"range-take-{card.id}",
                icon=":material/check:" if taken else ":material/add:",
                on_click=_take,
                args=(card, client),
            )
            more = plain_label(words("card.more_about", name=card.name))
            show_link("service", more, ":material/arrow_forward:", id=card.id)
            lacks = words("desk.lacks")
            if st.button(lacks, key=f"range-lacks-{card.id}", icon=":material/flag:"):
                open_report(card, client, words, None)


def _take(card: Card, client: DeskClient) -> None:
    """Takes the entry along with all its sources; without them where they do not come."""
    try:
        sections = client.service(card.id).sections
    except ApiError:
        sections = ()
    lines = tuple(dict.fromkeys(line for section in sections for line in section.evidence))
    Along(st.session_state).toggle(SituationRow(card=card, evidence=lines))


@st.cache_data(ttl=FRESH, max_entries=4, show_spinner=False)
def _cards(api_url: str, _client: DeskClient) -> tuple[Card, ...]:  # noqa: ARG001
    return _client.services(Search()).items
