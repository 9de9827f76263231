"""Buttons that stand inside HTML, such as a table's cells, where Streamlit can put none.

The page's script passes a press on to a hidden button of Streamlit's with the same key, so that
the table stays one semantic table and what a press does stays Python.
"""

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

UNSAFE = re.compile(r"[^a-z0-9-]+")


def press_key(*parts: object) -> str:
    """A key of small letters, digits and hyphens, the same in Python, HTML and CSS."""
    return UNSAFE.sub("-", "-".join(str(part) for part in parts).lower())


class Presses:
    """Hidden buttons of one place; `data-guide-press` in HTML names the key of one."""

    def __init__(self, place: str) -> None:
        self._box = st.container(key=f"presses-{place}")

    def does(self, key: str, label: str, act: Callable[..., None], *args: Any) -> None:
        """A press that changes something before the page is drawn again."""
        with self._box:
            st.button(label, key=key, on_click=act, args=args)

    def was(self, key: str, label: str) -> bool:
        """Whether this press is the one that the page is drawn for."""
        with self._box:
            return st.button(label, key=key)
