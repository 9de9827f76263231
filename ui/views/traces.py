"""How to leave without traces, and what stays in spite of it."""

import streamlit as st

from ui.markup import render
from ui.parts.frame import page_frame
from ui.parts.links import PageName
from ui.parts.shell import client_for

PAGE: PageName = "traces"
PARTS = ("now", "remains", "clear", "next")


def show() -> None:
    with page_frame(PAGE, client_for()) as words:
        st.html(render("traces", w=words, parts=PARTS))
