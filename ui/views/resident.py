"""The page for everybody who lives in the city."""

import streamlit as st

from ui.client import GuideClient
from ui.conversation import Conversation, Exchange
from ui.markup import render
from ui.model import Ask
from ui.parts.answer import show_answer
from ui.parts.bar import crisis_contacts, show_bar
from ui.parts.human import human_contact
from ui.parts.language import answer_language, chosen, chosen_words, show_language, style
from ui.parts.links import PageName, show_foot
from ui.parts.shell import client_for, show_examples, show_question_box, show_restart
from ui.parts.thread import Thread
from ui.wording import Wording

PAGE: PageName = "resident"


def show() -> None:
    words = chosen_words()
    client = client_for()
    conversation = Conversation(st.session_state, PAGE)
    human = human_contact(client)
    show_bar(words, human, crisis_contacts(conversation))
    if not conversation.exchanges:
        show_language(words)
    body = st.container(key="body")
    show_question_box(conversation, words, words("disclosure.no_names"), human)
    with body:
        if conversation.exchanges:
            _show_conversation(conversation, client, words)
            # Above the answer it would stand half hidden behind the bar.
            show_language(words)
        else:
            _show_welcome(conversation, words)
        show_foot(words, PAGE)


def _show_welcome(conversation: Conversation, words: Wording) -> None:
    st.html(render("intro", w=words))
    show_examples(words.items("examples.items"), words("examples.title"), conversation.ask)
    st.html(render("about", w=words))


def _show_conversation(conversation: Conversation, client: GuideClient, words: Wording) -> None:
    def ask_for(exchange: Exchange) -> Ask:
        return Ask(
            question=exchange.question,
            language=answer_language(chosen()),
            style=style(chosen()),
            history=conversation.history(exchange),
        )

    st.html(render("reminder", w=words, title=words("page.title")))
    Thread(conversation, client, words, ask_for, show_answer).show()
    show_restart(conversation, words)
