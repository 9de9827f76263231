"""The whole catalogue without a question."""

import streamlit as st

from ui.client import ApiError
from ui.markup import plain_label, render
from ui.model import Card, Search
from ui.parts.card import needs_test_badge, status_badge
from ui.parts.failure import show_failure
from ui.parts.frame import page_frame
from ui.parts.links import PageName, show_link
from ui.parts.shell import client_for
from ui.parts.summaries import own_summary
from ui.wording import Wording

PAGE: PageName = "catalogue"
STEP = 15
SHOWN = "catalogue-shown"
SEARCHED = "catalogue-searched"
OFFERED = ("current", "uncertain")
TESTS = ("none", "partly", "required", "unknown")
GROUPS = (
    "children", "youth", "adults", "older", "parents", "families", "next-of-kin", "newcomers",
    "professionals",
)  # fmt: skip
AREAS = (
    "violence", "safety", "school", "family", "parenthood", "addiction", "gambling", "housing",
    "economy", "mental-health", "loneliness", "occupation", "crime", "placement", "law", "contact",
)  # fmt: skip
OLDEST = 120


def show() -> None:
    client = client_for()
    with page_frame(PAGE, client) as words:
        st.html(render("catalogue_intro", w=words))
        search = _ask_for_search(words)
        try:
            cards = client.services(search).items
        except ApiError as error:
            show_failure(error, words)
            return
        shown = cards[: _how_many(search)]
        count = words("catalogue.count", shown=len(shown), count=len(cards))
        st.html(render("count", text=count if cards else words("catalogue.none")))
        for card in shown:
            own = own_summary(card, client, words)
            _show_row(card, own, words)
        if len(shown) < len(cards):
            st.button(words("catalogue.more"), key="catalogue-more", on_click=_show_more)


def _ask_for_search(words: Wording) -> Search:
    text = st.text_input(words("catalogue.search"), key="catalogue-q", autocomplete="off")
    with st.expander(words("catalogue.filters"), key="catalogue-filters"):
        needs_test = _one_of("need", "needs_test", TESTS, words)
        group = _one_of("group", "group", GROUPS, words)
        area = _one_of("area", "area", AREAS, words)
        age = st.number_input(
            words("catalogue.age"), 0, OLDEST, value=None, step=1, key="catalogue-age"
        )
        gone = st.checkbox(words("catalogue.gone"), key="catalogue-gone")
    return Search(
        q=text.strip() or None,
        needs_test=needs_test,
        groups=group,
        life_areas=area,
        status=() if gone else OFFERED,
        age=age,
    )


def _one_of(key: str, family: str, codes: tuple[str, ...], words: Wording) -> tuple[str, ...]:
    """The picked code, alone in a tuple; empty for all."""
    picked = st.selectbox(
        words(f"catalogue.{key}"),
        ("", *codes),
        format_func=lambda code: words.named(family, code) if code else words("catalogue.any"),
        key=f"catalogue-{key}",
        filter_mode=None,
    )
    return (picked,) if picked else ()


def _how_many(search: Search) -> int:
    """How many rows to show: few again after every change of the search."""
    if st.session_state.get(SEARCHED) != search:
        st.session_state[SEARCHED] = search
        st.session_state[SHOWN] = STEP
    shown: int = st.session_state[SHOWN]
    return shown


def _show_more() -> None:
    st.session_state[SHOWN] += STEP


def _show_row(card: Card, own: str, words: Wording) -> None:
    badges = (status_badge(card, words), needs_test_badge(card, words))
    with st.container(key=f"card-row-{card.id}"):
        badged = [badge for badge in badges if badge]
        st.html(render("row", w=words, card=card, own=own, badges=badged))
        label = plain_label(words("card.more_about", name=card.name))
        show_link("service", label, ":material/arrow_forward:", id=card.id)
