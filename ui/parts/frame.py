"""What a page without a conversation has around it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.client import GuideClient
from ui.conversation import Conversation
from ui.markup import render
from ui.parts.bar import crisis_contacts, show_bar
from ui.parts.contact import contact_facts
from ui.parts.human import human_contact
from ui.parts.language import chosen_words, show_language
from ui.parts.links import PageName, show_foot
from ui.wording import Wording


@contextmanager
def page_frame(here: PageName, client: GuideClient) -> Iterator[Wording]:
    """The bar, the languages, what the block draws, a person to call, and the other pages."""
    words = chosen_words()
    human = human_contact(client)
    conversation = Conversation(st.session_state, "resident")
    show_bar(words, human, crisis_contacts(conversation))
    show_language(words)
    with st.container(key="body"):
        yield words
    if human:
        st.html(render("human", w=words, facts=contact_facts(human, words)))
    show_foot(words, here)
