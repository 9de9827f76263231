"""The staff token: asked for once, held in the session of the page, sent with every request."""

import streamlit as st

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.markup import render
from ui.settings import read_settings
from ui.wording import Wording

TOKEN_KEY = "staff-token"
TYPED_KEY = "staff-token-typed"
MESSAGE_KEY = "staff-token-message"


def staff_client() -> DeskClient | None:
    """A client with the token of this session; None before it was given."""
    token = st.session_state.get(TOKEN_KEY)
    return DeskClient(read_settings(), token) if token else None


def forget_token(message: str | None = None) -> None:
    """Asks for the token anew, with the text of that key as the reason."""
    st.session_state.pop(TOKEN_KEY, None)
    if message:
        st.session_state[MESSAGE_KEY] = message


def show_login(words: Wording) -> None:
    """The field for the token, below what was wrong with the last one."""
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
        accepted = typed.isascii() and DeskClient(read_settings(), typed).accepts_token()
    except ApiError as error:
        st.session_state[MESSAGE_KEY] = f"trouble.cause.{error.cause}"
        return
    if accepted:
        st.session_state[TOKEN_KEY] = typed
    else:
        st.session_state[MESSAGE_KEY] = "staff.wrong_token"
