"""Entries side by side, row by row, so that a narrow screen needs no scrolling sideways."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.languages import Mixed, Swedish
from ui.markup import render
from ui.model import Card, Why
from ui.parts.answer import show_html
from ui.parts.card import ages_text, missing_text, next_step, status_badge
from ui.parts.contact import contact_facts
from ui.situation import SituationRow
from ui.wording import Wording

Line = tuple[str, tuple[str, ...]]


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
    st.html(render("compare", w=words, cards=both, lines=comparison(both, words)))


def open_comparison(rows: Sequence[SituationRow], words: Wording) -> None:
    """Two or three rows of a situation side by side, in a dialog."""
    cards = tuple(row.card for row in rows)

    @st.dialog(words("desk.compare_title"), width="large")
    def show() -> None:
        lines = row_comparison(rows, words)
        show_html(render("compare", w=words, cards=cards, lines=lines))

    show()


def comparison(cards: Sequence[Card], words: Wording) -> list[Line]:
    """Label and the value of each card, for every line that at least one of them has."""
    return _lines([_values(card, words) for card in cards])


def row_comparison(rows: Sequence[SituationRow], words: Wording) -> list[Line]:
    """What cards say, with why each row fits in front and when it suits."""
    return _lines([_values_of_row(row, words) for row in rows])


def _lines(columns: Sequence[Mapping[str, str]]) -> list[Line]:
    lines = [(label, tuple(column[label] for column in columns)) for label in columns[0]]
    return [(label, values) for label, values in lines if any(values)]


def _values_of_row(row: SituationRow, words: Wording) -> dict[str, str]:
    status = status_badge(row.card, words)
    told = _values(row.card, words)
    if row.suits and row.suits.text == row.card.who_it_is_for:
        told[words("card.for")] = ""
    return {
        words("desk.column.why"): _said(row.fit),
        words("desk.as_of"): status.text if status else str(row.card.as_of or ""),
        words("desk.suits"): _said(row.suits),
        words("desk.suits_not"): _said(row.suits_not),
        **told,
        words("desk.combines"): Swedish(", ".join(one.name for one in row.combines_with)),
    }


def _said(why: Why | None) -> str:
    return Swedish(why.text) if why else ""


def _values(card: Card, words: Wording) -> dict[str, str]:
    return {
        words("catalogue.need"): words.named("needs_test", card.needs_test),
        words("card.for"): Swedish(card.who_it_is_for),
        words("card.ages"): ages_text(card.ages, words),
        words("card.start"): Swedish(card.initiated_by or ""),
        words("card.then"): next_step(card, words),
        words("card.cost"): Swedish(card.cost or ""),
        words("card.provider"): words.named("provider", card.provider),
        words("contact.call"): _reach(card),
        words("contact.hours"): _hours(card, words),
        words("notice.UNKNOWN"): missing_text(card, words),
    }


def _reach(card: Card) -> str:
    contact = card.contacts[0] if card.contacts else None
    return Mixed(Swedish(contact.label), f" {contact.phone or ''}".rstrip()) if contact else ""


def _hours(card: Card, words: Wording) -> str:
    facts = contact_facts(card.contacts[0], words) if card.contacts else None
    return ", ".join(facts.hours) or facts.open if facts else ""
