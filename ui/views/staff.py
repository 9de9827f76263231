"""The page for staff: denser, and behind the staff token."""

import streamlit as st

from ui.client import ApiError
from ui.conversation import Conversation, Exchange
from ui.markup import render
from ui.model import Ask, Filters
from ui.parts.bar import show_bar
from ui.parts.human import human_contact
from ui.parts.language import answer_language, chosen, chosen_words, show_language
from ui.parts.links import show_foot
from ui.parts.shell import client_for, show_examples, show_question_box, show_restart
from ui.parts.staff_answer import show_staff_answer
from ui.parts.thread import Thread
from ui.wording import Wording

TOKEN_KEY = "staff-token"
TYPED_KEY = "staff-token-typed"
MESSAGE_KEY = "staff-token-message"
TESTS_KEY = "staff-needs-test"
OWN_KEY = "staff-own"
TESTS = ("none", "partly", "required", "unknown")


def show() -> None:
    words = chosen_words()
    conversation = Conversation(st.session_state, "staff")
    _drop_refused_token(conversation)
    token = st.session_state.get(TOKEN_KEY)
    show_bar(words, human_contact(client_for()))
    show_language(words)
    body = st.container(key="body")
    if token:
        show_question_box(conversation, words, words("staff.pii"))
    with body:
        st.html(render("staff_intro", w=words, brief=bool(conversation.exchanges)))
        if token:
            _show_desk(conversation, token, words)
        else:
            _show_login(words)
        show_foot(words, "staff")


def _drop_refused_token(conversation: Conversation) -> None:
    latest = conversation.exchanges[-1:]
    if latest and latest[0].cause == "token":
        st.session_state.pop(TOKEN_KEY, None)
        st.session_state[MESSAGE_KEY] = "staff.wrong_token"
        conversation.retry(latest[0])


def _show_login(words: Wording) -> None:
    message = st.session_state.pop(MESSAGE_KEY, None)
    if message:
        st.html(render("alert", text=words(message)))
    with st.form("login"):
        st.text_input(
            words("staff.token"),
            type="password",
            key=TYPED_KEY,
            autocomplete="off",
            help=words("staff.token_help"),
        )
        st.form_submit_button(words("staff.login"), type="primary", on_click=_log_in)


def _log_in() -> None:
    typed = (st.session_state.get(TYPED_KEY) or "").strip()
    st.session_state[TYPED_KEY] = ""
    if not typed:
        st.session_state[MESSAGE_KEY] = "staff.empty_token"
        return
    try:
        accepted = typed.isascii() and client_for(typed).accepts_token()
    except ApiError as error:
        st.session_state[MESSAGE_KEY] = f"trouble.cause.{error.cause}"
        return
    if accepted:
        st.session_state[TOKEN_KEY] = typed
    else:
        st.session_state[MESSAGE_KEY] = "staff.wrong_token"


def _show_desk(conversation: Conversation, token: str, words: Wording) -> None:
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
        client = client_for(token)
        Thread(conversation, client, words, ask_for, show_staff_answer, tell_detail=True).show()
        show_restart(conversation, words)
    else:
        show_examples(words.items("staff.examples"), words("examples.title"), conversation.ask)
    st.button(words("staff.logout"), key="logout", on_click=_log_out, args=(conversation,))


def _log_out(conversation: Conversation) -> None:
    conversation.restart()
    st.session_state.pop(TOKEN_KEY, None)


def _show_filters(words: Wording) -> None:
    with st.expander(words("staff.filters")):
        st.pills(
            words("staff.column.needs_test"),
            TESTS,
            selection_mode="multi",
            format_func=lambda code: words.named("needs_test", code),
            key=TESTS_KEY,
        )
        st.toggle(words("staff.own_only"), key=OWN_KEY)


def _filters() -> Filters:
    return Filters(
        needs_test=tuple(st.session_state.get(TESTS_KEY) or ()),
        provider=("own",) if st.session_state.get(OWN_KEY) else (),
    )
