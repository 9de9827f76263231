"""Telling that something on a card is wrong. Sent as codes with the card's id, nothing more."""

import contextlib

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.markup import plain_label, render
from ui.model import Card, Feedback
from ui.wording import Wording

CAUSES = ("part_wrong", "wrong", "missing_essentials", "other")
ASKING = "asking"


def show_report_button(card: Card, scope: str, label: str) -> None:
    """Opens the question of what is wrong; gone once it has been answered."""
    if st.session_state.get(_key(card, scope)) is None:
        st.button(
            label,
            key=f"report-{scope}-{card.id}",
            icon=":material/flag:",
            on_click=_set,
            args=(card, scope, ASKING),
            wrap=True,
        )


def show_report(
    card: Card, scope: str, client: GuideClient, words: Wording, version: str | None = None
) -> None:
    """What is wrong, as buttons, then thanks; nothing until the visitor asked for it."""
    said = st.session_state.get(_key(card, scope))
    if said is None:
        return
    if said != ASKING:
        st.html(render("thanks", text=words("report.thanks")))
        return
    with st.container(horizontal=True, key=f"causes-{scope}-{card.id}"):
        _show_causes(card, scope, client, words, version)
        st.button(
            words("report.cancel"),
            key=f"cancel-{scope}-{card.id}",
            on_click=_set,
            args=(card, scope, None),
        )


def _show_causes(
    card: Card, scope: str, client: GuideClient, words: Wording, version: str | None
) -> None:
    st.html(render("limit", text=words("report.ask")), width="content")
    for cause in CAUSES:
        st.button(
            words(f"report.cause.{cause}"),
            key=f"cause-{scope}-{card.id}-{cause}",
            on_click=_send,
            args=(card, scope, cause, client, version),
            wrap=True,
        )


def open_report(card: Card, client: GuideClient, words: Wording, version: str | None) -> None:
    """The question of what is wrong or missing, in a dialog, which has a cross to close it."""
    scope = "desk"

    @st.dialog(plain_label(words("desk.lacks_of", name=card.name)))
    def show() -> None:
        if st.session_state.get(_key(card, scope)) is None:
            with st.container(horizontal=True, key=f"causes-{scope}-{card.id}"):
                _show_causes(card, scope, client, words, version)
        else:
            st.html(render("thanks", text=words("report.thanks")))

    show()


def _send(card: Card, scope: str, cause: str, client: GuideClient, version: str | None) -> None:
    _set(card, scope, cause)
    given = Feedback(helpful=False, cause=cause, service_id=card.id, knowledge_version=version)
    # Whether it arrived changes nothing for the visitor.
    with contextlib.suppress(ApiError):
        client.feedback(given)


def _set(card: Card, scope: str, said: str | None) -> None:
    st.session_state[_key(card, scope)] = said


def _key(card: Card, scope: str) -> str:
    return f"reported-{scope}-{card.id}"
