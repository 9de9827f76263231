"""The script that Streamlit runs for every visitor."""

from pathlib import Path

import streamlit as st

from ui.markup import render
from ui.parts.shell import chosen_words
from ui.settings import SettingsError, read_settings
from ui.views import resident, staff

STYLE = Path(__file__).with_name("style.css")


def main() -> None:
    words = chosen_words()
    st.set_page_config(page_title=words("page.title"), page_icon="🧭", layout="centered")
    st.html(STYLE)
    try:
        read_settings()
    except SettingsError as error:
        st.html(render("alert", text=f"{words('page.settings')}: {error}"))
        return
    pages = {
        "resident-page": st.Page(
            resident.show, title=words("page.resident"), url_path="boende", default=True
        ),
        "staff-page": st.Page(staff.show, title=words("page.staff"), url_path="medarbetare"),
    }
    st.session_state.update(pages)
    st.navigation(list(pages.values()), position="hidden").run()


main()
