"""Two entries side by side, row by row, so that a narrow screen needs no scrolling sideways."""

from collections.abc import Mapping

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.markup import render
from ui.model import Card
from ui.parts.card import ages_text, missing_text, next_step
from ui.parts.contact import contact_facts
from ui.wording import Wording


def show_comparison(
    card: Card, others: Mapping[str, str], parameter: str, client: GuideClient, words: Wording
) -> None:
    """A choice among the other entries, and the table once one is chosen; `parameter` keeps the
    choice in the address."""
    st.html(render("heading", text=words("catalogue.compare_title")))
    key = f"compare-{card.id}"
    given = st.query_params.get(parameter)
    if given in others:
        st.session_state.setdefault(key, given)
    picked = st.selectbox(
        words("catalogue.compare"),
        ("", *others),
        format_func=lambda one: others[one] if one else words("catalogue.compare_none"),
        key=key,
    )
    if not picked:
        st.query_params.pop(parameter, None)
        return
    st.query_params[parameter] = picked
    try:
        other = client.service(picked).card
    except ApiError as error:
        st.html(render("alert", text=words.named("trouble.cause", error.cause)))
        return
    both = (card, other)
    st.html(render("compare", w=words, cards=both, rows=comparison(both, words)))


def comparison(cards: tuple[Card, Card], words: Wording) -> list[tuple[str, str, str]]:
    """Label and both values of every row that at least one of the two has."""
    one, other = (_values(card, words) for card in cards)
    return [(label, one[label], other[label]) for label in one if one[label] or other[label]]


def _values(card: Card, words: Wording) -> dict[str, str]:
    return {
        words("catalogue.need"): words.named("needs_test", card.needs_test),
        words("card.for"): card.who_it_is_for,
        words("card.ages"): ages_text(card.ages, words),
        words("card.start"): card.initiated_by or "",
        words("card.then"): next_step(card, words),
        words("card.cost"): card.cost or "",
        words("card.provider"): words.named("provider", card.provider),
        words("contact.call"): _reach(card),
        words("contact.hours"): _hours(card, words),
        words("notice.UNKNOWN"): missing_text(card, words),
    }


def _reach(card: Card) -> str:
    contact = card.contacts[0] if card.contacts else None
    return f"{contact.label} {contact.phone or ''}".strip() if contact else ""


def _hours(card: Card, words: Wording) -> str:
    facts = contact_facts(card.contacts[0], words) if card.contacts else None
    return ", ".join(facts.hours) or facts.open if facts else ""
