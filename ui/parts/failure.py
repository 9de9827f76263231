"""What a page shows when the API gives nothing to show."""

import streamlit as st

from ui.client import ApiError
from ui.markup import render
from ui.wording import Wording


def show_failure(error: ApiError, words: Wording) -> None:
    """Why, whom to call, and a way to try again."""
    text = words.named("trouble.cause", error.cause)
    st.html(render("trouble", w=words, text=text, detail=""))
    st.button(words("trouble.retry"), key="retry-page", type="primary")
