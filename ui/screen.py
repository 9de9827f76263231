"""The script that Streamlit runs for every visitor."""

from functools import cache
from pathlib import Path

import streamlit as st

from ui.markup import render
from ui.pages import all_pages
from ui.parts.language import chosen_words
from ui.settings import SettingsError, read_settings

STYLES = Path(__file__).with_name("styles")


@cache
def style_sheet() -> str:
    """All style sheets as one element, in the order of their names."""
    sheets = (path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.css")))
    return f"<style>{''.join(sheets)}</style>"


def main() -> None:
    words = chosen_words()
    st.set_page_config(page_icon="🧭", layout="centered")
    st.html(style_sheet())
    try:
        read_settings()
    except SettingsError as error:
        st.html(render("alert", text=f"{words('page.settings')}: {error}"))
        return
    st.navigation(all_pages(words), position="hidden").run()


main()
