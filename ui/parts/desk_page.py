"""What every page for staff has around it: the way in, the ways between, the way out."""

from collections.abc import Callable

import streamlit as st

from ui.client import ApiError
from ui.conversation import Conversation
from ui.desk_client import DeskClient
from ui.markup import render
from ui.parts.along import Along
from ui.parts.bar import show_bar
from ui.parts.failure import show_failure
from ui.parts.human import human_contact
from ui.parts.kept import Kept
from ui.parts.language import chosen_words, show_language
from ui.parts.links import DESK, PageName, show_foot, show_link
from ui.parts.login import forget_token, show_login, staff_client
from ui.parts.shell import client_for
from ui.parts.situation_form import forget_form
from ui.situation_desk import SituationDesk
from ui.wording import Wording

Drawer = Callable[[DeskClient, Wording], None]
CHAT = "staff"
ICONS = {
    "staff": ":material/manage_search:",
    "question": ":material/forum:",
    "range": ":material/grid_view:",
    "along": ":material/assignment:",
}


def show_desk_page(here: PageName, draw: Drawer, dock: Drawer | None = None) -> None:
    """The page inside its frame, or the login; `dock` draws what stands at the bottom."""
    words = chosen_words()
    show_bar(words, human_contact(client_for()))
    client = staff_client()
    if not client:
        show_language(words)
    body = st.container(key="body")
    if client and dock:
        dock(client, words)
    with body:
        if client:
            _show_ways(here, words)
            _draw(draw, client, words)
            st.button(words("staff.logout"), key="logout", on_click=log_out)
            show_language(words)
        else:
            st.html(render("staff_intro", w=words))
            show_login(words)
        show_foot(words, "staff")


def log_out() -> None:
    """Forgets the token, all that was asked, and what stands in the form and in the lists."""
    Conversation(st.session_state, CHAT).restart()
    SituationDesk(st.session_state).clear()
    forget_form()
    Along(st.session_state).clear()
    Kept(st.session_state).clear()
    forget_token()


def _draw(draw: Drawer, client: DeskClient, words: Wording) -> None:
    try:
        draw(client, words)
    except ApiError as error:
        if error.cause == "token":
            forget_token("staff.wrong_token")
            st.rerun()
        show_failure(error, words)


def _show_ways(here: PageName, words: Wording) -> None:
    with st.container(key="desk-ways", horizontal=True):
        st.html(render("desk_here", w=words, here=_name(here, words)))
        for name in DESK:
            show_link(name, _label(name, words), ICONS[name])


def _label(name: PageName, words: Wording) -> str:
    count = len(Along(st.session_state).rows)
    if name == "along" and count:
        return words("desk.along_count", count=count)
    return _name(name, words)


def _name(name: PageName, words: Wording) -> str:
    return words(f"desk.{'situation' if name == 'staff' else name}")
