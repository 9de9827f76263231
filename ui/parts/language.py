"""The language that the visitor picked: kept in the session, and in the address for a reload."""

import streamlit as st

from ui.model import Style
from ui.wording import LANGUAGES, ORIGINAL, UiLanguage, Wording, known_language, wording

LANGUAGE_KEY = "language"
ADDRESS_KEY = "lang"


def chosen() -> UiLanguage:
    """The visitor's language: picked, or in the address; Swedish until then."""
    picked = known_language(st.session_state.get(LANGUAGE_KEY))
    return picked or known_language(st.query_params.get(ADDRESS_KEY)) or ORIGINAL


def chosen_words() -> Wording:
    return wording(chosen())


def answer_language(choice: UiLanguage) -> str | None:
    """The language to be answered in; None for Swedish: the answer then follows the question."""
    code = wording(choice).language
    return None if code == ORIGINAL else code


def style(choice: UiLanguage) -> Style:
    return "easy" if choice == "easy" else "plain"


def address_parameters(**others: str | None) -> dict[str, str]:
    """What a link to another page carries along, with the language where it is not Swedish."""
    kept = {name: value for name, value in others.items() if value}
    choice = chosen()
    return kept if choice == ORIGINAL else {**kept, ADDRESS_KEY: choice}


def show_language(words: Wording) -> None:
    """The languages by their own names; the choice outlives the widget when the page changes."""
    st.session_state.setdefault(LANGUAGE_KEY, words.choice)
    st.pills(
        words("language.label"),
        LANGUAGES,
        format_func=lambda choice: wording(choice).name,
        key=LANGUAGE_KEY,
        persist_state="session",
        required=True,
        label_visibility="collapsed",
        wrap=True,
    )
    _keep_in_address(words.choice)


def _keep_in_address(choice: UiLanguage) -> None:
    shown = st.query_params.get(ADDRESS_KEY)
    if choice == ORIGINAL and shown is not None:
        del st.query_params[ADDRESS_KEY]
    elif choice not in (ORIGINAL, shown):
        st.query_params[ADDRESS_KEY] = choice
