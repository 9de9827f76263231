"""A conversation on a page: every exchange in the state that it is in."""

from collections.abc import Callable

import streamlit as st

from ui.client import GuideClient
from ui.conversation import Conversation, Exchange
from ui.markup import render
from ui.model import Ask
from ui.parts.answer import draft_html, question_html, show_follow_ups, stream_answer
from ui.parts.opinion import show_opinion
from ui.parts.shell import show_stopped, show_trouble
from ui.wording import Wording

Shower = Callable[[Exchange, GuideClient, Wording], None]
Asker = Callable[[Exchange], Ask]


class Thread:
    """Shows a conversation; `show` draws finished answers and `ask_for` makes requests."""

    def __init__(
        self,
        conversation: Conversation,
        client: GuideClient,
        words: Wording,
        ask_for: Asker,
        show: Shower,
        *,
        tell_detail: bool = False,
    ) -> None:
        self._conversation = conversation
        self._client = client
        self._words = words
        self._ask_for = ask_for
        self._show = show
        self._tell_detail = tell_detail

    def show(self) -> None:
        """Draws all exchanges, and fetches the answer to a question that has none yet."""
        for exchange in self._conversation.exchanges:
            with st.container(key=f"exchange-{exchange.id}"):
                self._show_exchange(exchange)
        latest = self._conversation.exchanges[-1:]
        if latest and latest[0].state == "finished":
            show_follow_ups(latest[0], self._words, self._conversation.ask)

    def _show_exchange(self, exchange: Exchange) -> None:
        asked = exchange.state == "asked"
        st.html(question_html(exchange, self._words, fresh=asked))
        if asked:
            ask = self._ask_for(exchange)
            stream_answer(exchange, ask, self._conversation, self._client, self._words)
            st.rerun()
        elif exchange.state == "finished":
            self._show(exchange, self._client, self._words)
            self._tell_composer(exchange)
            show_opinion(exchange, self._client, self._words)
        else:
            self._show_unfinished(exchange)

    def _show_unfinished(self, exchange: Exchange) -> None:
        if exchange.notices or exchange.sentences:
            st.html(draft_html(exchange, self._words))
        if exchange.state == "failed":
            detail = exchange.detail if self._tell_detail else ""
            show_trouble(exchange, self._conversation, self._words, detail)
        else:
            show_stopped(exchange, self._conversation, self._words)

    def _tell_composer(self, exchange: Exchange) -> None:
        if exchange.answer and exchange.answer.composer == "model":
            st.html(render("limit", text=self._words("answer.model")))
