"""The visitor's own list: to print, copy, take along."""

import datetime as dt

import streamlit as st

from ui.listing.calendar import as_calendar
from ui.listing.entries import STOCKHOLM, as_text, made_line
from ui.listing.page import as_pdf
from ui.markup import render
from ui.parts.card import Setting, card_html
from ui.parts.frame import page_frame
from ui.parts.kept import Kept, show_keep_button
from ui.parts.links import PageName, show_link
from ui.parts.shell import client_for
from ui.parts.summaries import own_summary
from ui.wording import Wording

PAGE: PageName = "list"


def show() -> None:
    client = client_for()
    with page_frame(PAGE, client) as words:
        kept = Kept(st.session_state)
        now = dt.datetime.now(STOCKHOLM)
        made = made_line(words, now.date())
        st.html(render("list_intro", w=words, made=made, empty=not kept.cards))
        if not kept.cards:
            show_link("catalogue", words("page.catalogue"), ":material/menu_book:")
            return
        _show_ways_out(kept, words, now)
        for card in kept.cards:
            with st.container(key=f"card-list-{card.id}"):
                setting = Setting(own_summary=own_summary(card, client, words), level=2)
                st.html(card_html(card.model_copy(update={"why": None}), words, setting))
                show_keep_button(card, "list", words)
        st.button(words("list.clear"), key="list-clear", on_click=kept.clear)


def _show_ways_out(kept: Kept, words: Wording, now: dt.datetime) -> None:
    cards = kept.cards
    st.html(render("list_actions", w=words, text=as_text(cards, words, now.date())))
    calendar = as_calendar(cards, words, now)
    with st.container(horizontal=True, key="list-files"):
        st.download_button(
            words("list.pdf"),
            lambda: as_pdf(cards, words, now.date()),
            file_name="lista.pdf",
            mime="application/pdf",
            key="list-pdf",
            icon=":material/picture_as_pdf:",
            on_click="ignore",
        )
        if calendar:
            st.download_button(
                words("list.calendar"),
                calendar.encode(),
                file_name="lista.ics",
                mime="text/calendar",
                key="list-calendar",
                icon=":material/event:",
                on_click="ignore",
            )
    if calendar:
        st.html(render("limit", text=words("list.calendar_help")))
