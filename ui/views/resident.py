"""The page for everybody who lives in the city."""

import streamlit as st

from ui.conversation import Conversation, Exchange
from ui.markup import render
from ui.model import Ask
from ui.parts.answer import show_answer
from ui.parts.shell import (
    answer_language,
    chosen,
    chosen_words,
    client_for,
    show_bar,
    show_examples,
    show_language,
    show_question_box,
    show_restart,
    style,
)
from ui.parts.thread import Thread
from ui.wording import Wording


def show() -> None:
    words = chosen_words()
    conversation = Conversation(st.session_state, "resident")
    show_bar(words)
    show_language(words)
    body = st.container(key="body")
    show_question_box(conversation, words, words("disclosure.no_names"))
    with body:
        if conversation.exchanges:
            _show_conversation(conversation, words)
        else:
            _show_welcome(conversation, words)


def _show_welcome(conversation: Conversation, words: Wording) -> None:
    st.html(render("intro", w=words))
    show_examples(words.items("examples.items"), words("examples.title"), conversation.ask)
    st.html(render("about", w=words))
    st.page_link(st.session_state["staff-page"], label=words("page.staff"))


def _show_conversation(conversation: Conversation, words: Wording) -> None:
    def ask_for(exchange: Exchange) -> Ask:
        return Ask(
            question=exchange.question,
            language=answer_language(chosen()),
            style=style(chosen()),
            history=conversation.history(exchange),
        )

    st.html(render("reminder", w=words, title=words("page.title")))
    Thread(conversation, client_for(), words, ask_for, show_answer).show()
    show_restart(conversation, words)
