"""The first page for staff: from a situation to what fits it, in ninety seconds."""

import streamlit as st

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.markup import render
from ui.parts.desk_page import show_desk_page
from ui.parts.failure import show_failure
from ui.parts.links import PageName, show_link
from ui.parts.press import Presses
from ui.parts.situation import Found, show_found
from ui.parts.situation_form import show_form
from ui.situation_desk import Searched, SituationDesk
from ui.wording import Wording

PAGE: PageName = "staff"


def show() -> None:
    show_desk_page(PAGE, _show)


def _show(client: DeskClient, words: Wording) -> None:
    searched = SituationDesk(st.session_state).searched
    answered = bool(searched and searched.answer)
    st.html(render("desk_intro", w=words, title=words("desk.title"), brief=answered))
    presses = Presses("situation")
    if not answered:
        show_form(client, words)
    else:
        with st.expander(words("desk.change"), icon=":material/edit:", key="situation-change"):
            show_form(client, words)
    if searched:
        _show_searched(searched, client, words, presses)


def _show_searched(
    searched: Searched, client: DeskClient, words: Wording, presses: Presses
) -> None:
    if searched.cause == "token":
        SituationDesk(st.session_state).clear()
        raise ApiError("token")
    if searched.cause == "question":
        st.html(render("alert", text=words("trouble.cause.question")))
    elif searched.cause:
        show_failure(ApiError(searched.cause, searched.detail), words)
    if searched.answer:
        show_found(Found(searched, searched.answer, client, words, presses))
        show_link("along", words("desk.to_along"), ":material/arrow_forward:")
