"""A calm way in for children: few words, people who listen, and questions in their words."""

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.conversation import Conversation
from ui.markup import render
from ui.parts.contact import contact_facts
from ui.parts.frame import page_frame
from ui.parts.links import PageName, go_to
from ui.parts.shell import client_for, show_examples
from ui.views import resident
from ui.wording import Wording

PAGE: PageName = "child"
SERVICE = "barn-som-soker-hjalp"
ASKED = "child-asked"


def show() -> None:
    if st.session_state.pop(ASKED, False):
        go_to(resident.PAGE)
    client = client_for()
    with page_frame(PAGE, client) as words:
        st.html(render("child", w=words, contacts=_contacts(client, words)))
        show_examples(words.items("child.items"), words("child.examples"), _ask)
        st.html(render("remark", text=words("child.adult")))


def _contacts(client: GuideClient, words: Wording) -> list[object]:
    """Those who listen to children; none where the API does not answer, 112 stands anyway."""
    try:
        contacts = client.service(SERVICE).card.contacts
    except ApiError:
        return []
    return [contact_facts(contact, words) for contact in contacts[:2]]


def _ask(question: str) -> None:
    conversation = Conversation(st.session_state, resident.PAGE)
    conversation.ask(question)
    st.session_state[ASKED] = True
