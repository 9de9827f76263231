"""The accessibility statement: what holds, what does not yet, and whom to tell."""

from pathlib import Path
from typing import Any

import streamlit as st
import yaml

from ui.markup import render
from ui.parts.frame import page_frame
from ui.parts.links import PageName
from ui.parts.shell import client_for
from ui.wording import TEXTS

PAGE: PageName = "statement"
WRITTEN_IN = ("sv", "en")


def show() -> None:
    with page_frame(PAGE, client_for()) as words:
        language = words.language if words.language in WRITTEN_IN else WRITTEN_IN[0]
        st.html(render("statement", w=words, language=language, text=statement(language)))


def statement(language: str) -> dict[str, Any]:
    """The statement in that language, as its file tells it."""
    path = Path(TEXTS, "statement", f"{language}.yaml")
    text: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return text
