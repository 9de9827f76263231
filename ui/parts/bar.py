"""What stays at the top of the screen: the name, a person to call, the way out, a crisis."""

import streamlit as st

from ui.conversation import Conversation
from ui.markup import render
from ui.model import Contact
from ui.parts.notice import CRISIS
from ui.wording import Wording

MOST_IN_BAR = 2


def show_bar(words: Wording, human: Contact | None, crisis: tuple[Contact, ...] = ()) -> None:
    """Drawn first on every page; `crisis` are numbers that must not scroll away."""
    with st.container(key="bar"):
        st.html(render("bar", w=words, human=human, crisis=crisis[:MOST_IN_BAR]))


def crisis_contacts(conversation: Conversation) -> tuple[Contact, ...]:
    """The contacts of the latest crisis notice of the conversation, those with a number."""
    for exchange in reversed(conversation.exchanges):
        for notice in exchange.notices:
            if notice.code == CRISIS:
                return tuple(contact for contact in notice.contacts if contact.phone)
    return ()
