"""The chat for staff: denser than that of residents."""

import streamlit as st

from ui.conversation import Conversation, Exchange
from ui.desk_client import DeskClient
from ui.markup import render
from ui.model import Ask, Filters
from ui.parts.desk_page import CHAT, show_desk_page
from ui.parts.language import answer_language, chosen
from ui.parts.links import PageName
from ui.parts.login import forget_token
from ui.parts.shell import show_examples, show_question_box, show_restart
from ui.parts.staff_answer import show_staff_answer
from ui.parts.thread import Thread
from ui.wording import Wording

PAGE: PageName = "question"
TESTS_KEY = "staff-needs-test"
OWN_KEY = "staff-own"
TESTS = ("none", "partly", "required", "unknown")


def show() -> None:
    _drop_refused_token(Conversation(st.session_state, CHAT))
    show_desk_page(PAGE, _show_chat, _show_box)


def _drop_refused_token(conversation: Conversation) -> None:
    latest = conversation.exchanges[-1:]
    if latest and latest[0].cause == "token":
        forget_token("staff.wrong_token")
        conversation.retry(latest[0])


def _show_box(_client: DeskClient, words: Wording) -> None:
    conversation = Conversation(st.session_state, CHAT)
    show_question_box(conversation, words, words("staff.pii"))


def _show_chat(client: DeskClient, words: Wording) -> None:
    conversation = Conversation(st.session_state, CHAT)
    st.html(render("desk_intro", w=words, title=words("desk.question_title"), brief=True))
    _show_filters(words)

    def ask_for(exchange: Exchange) -> Ask:
        return Ask(
            question=exchange.question,
            audience="staff",
            language=answer_language(chosen()),
            history=conversation.history(exchange),
            filters=_filters(),
        )

    if conversation.exchanges:
        Thread(conversation, client, words, ask_for, show_staff_answer, tell_detail=True).show()
        show_restart(conversation, words)
    else:
        show_examples(words.items("staff.examples"), words("examples.title"), conversation.ask)


def _show_filters(words: Wording) -> None:
    with st.expander(words("staff.filters")):
        st.pills(
            words("staff.column.needs_test"),
            TESTS,
            selection_mode="multi",
            format_func=lambda code: words.named("needs_test", code),
            key=TESTS_KEY,
            wrap=True,
        )
        st.toggle(words("staff.own_only"), key=OWN_KEY)


def _filters() -> Filters:
    return Filters(
        needs_test=tuple(st.session_state.get(TESTS_KEY) or ()),
        provider=("own",) if st.session_state.get(OWN_KEY) else (),
    )
