"""Ways between the pages. They keep the session; a plain link would start a new one."""

from typing import Literal

import streamlit as st

from ui.parts.kept import Kept
from ui.parts.language import address_parameters
from ui.wording import Wording

PageName = Literal[
    "resident", "catalogue", "service", "list", "child", "traces", "statement",
    "staff", "question", "range", "along",
]  # fmt: skip
FOOT: tuple[PageName, ...] = (
    "resident", "catalogue", "list", "child", "traces", "statement", "staff"
)  # fmt: skip
DESK: tuple[PageName, ...] = ("staff", "question", "range", "along")
ICONS = {
    "resident": ":material/home:",
    "catalogue": ":material/menu_book:",
    "list": ":material/bookmark:",
    "child": ":material/child_care:",
    "traces": ":material/visibility_off:",
    "statement": ":material/accessibility_new:",
    "staff": ":material/badge:",
}


def page_key(name: PageName) -> str:
    """Where the session keeps the page of that name."""
    return f"{name}-page"


def show_link(name: PageName, label: str, icon: str | None = None, **parameters: str) -> None:
    """A link to the page, with those parameters in its address."""
    st.page_link(
        st.session_state[page_key(name)],
        label=label,
        icon=icon,
        query_params=address_parameters(**parameters),
    )


def go_to(name: PageName) -> None:
    """Shows the page now."""
    st.switch_page(st.session_state[page_key(name)], query_params=address_parameters())


def show_foot(words: Wording, here: PageName) -> None:
    """Links to all other pages, at the end of every page."""
    with st.container(key="foot"):
        for name in FOOT:
            if name != here:
                show_link(name, _label(name, words), ICONS[name])


def _label(name: PageName, words: Wording) -> str:
    count = len(Kept(st.session_state).cards)
    if name == "list" and count:
        return words("page.list_count", count=count)
    return words(f"page.{name}")
