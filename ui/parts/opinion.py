"""Did the answer help? Sent as codes, so that nothing personal can follow."""

import contextlib

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.conversation import Exchange
from ui.markup import render
from ui.model import Feedback
from ui.wording import Wording

CAUSES = ("wrong_service", "wrong", "missing_essentials", "other")


def show_opinion(exchange: Exchange, client: GuideClient, words: Wording) -> None:
    """Yes or no, then why not, then thanks: one line at a time."""
    said = st.session_state.get(_key(exchange))
    with st.container(horizontal=True, key=f"opinion-{exchange.id}"):
        if said is None:
            st.html(render("limit", text=words("opinion.ask")), width="content")
            _button(exchange, client, words("opinion.yes"), "yes")
            _button(exchange, client, words("opinion.no"), "no")
        elif said == "no":
            st.html(render("limit", text=words("opinion.why")), width="content")
            for cause in CAUSES:
                _button(exchange, client, words(f"opinion.cause.{cause}"), cause)
        else:
            st.html(render("limit", text=words("opinion.thanks")))


def _button(exchange: Exchange, client: GuideClient, label: str, said: str) -> None:
    key = f"said-{exchange.id}-{said}"
    st.button(label, key=key, on_click=_say, args=(exchange, client, said), wrap=True)


def _say(exchange: Exchange, client: GuideClient, said: str) -> None:
    st.session_state[_key(exchange)] = said
    if said == "no":
        return
    cause = said if said in CAUSES else None
    version = exchange.answer.knowledge_version if exchange.answer else None
    given = Feedback(helpful=said == "yes", cause=cause, knowledge_version=version)
    # Whether it arrived changes nothing for the visitor.
    with contextlib.suppress(ApiError):
        client.feedback(given)


def _key(exchange: Exchange) -> str:
    return f"opinion-said-{exchange.id}"
