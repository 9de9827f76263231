"""The pages and their addresses."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from ui.parts.links import PageName, page_key
from ui.views import (
    along,
    catalogue,
    child,
    kept,
    question,
    resident,
    service,
    service_range,
    situation,
    statement,
    traces,
)
from ui.wording import Wording

PATHS: Mapping[PageName, tuple[str, Callable[[], None]]] = {
    "resident": ("boende", resident.show),
    "catalogue": ("utbud", catalogue.show),
    "service": ("stod", service.show),
    "list": ("lista", kept.show),
    "child": ("barn", child.show),
    "traces": ("spar", traces.show),
    "statement": ("tillganglighet", statement.show),
    "staff": ("medarbetare", situation.show),
    "question": ("fraga", question.show),
    "range": ("oversikt", service_range.show),
    "along": ("underlag", along.show),
}


def all_pages(words: Wording, first: PageName = "resident") -> list[Any]:
    """Every page, also kept in the session so that pages can lead to each other."""
    pages = {name: _page(name, words, first) for name in PATHS}
    st.session_state.update({page_key(name): page for name, page in pages.items()})
    return list(pages.values())


def _page(name: PageName, words: Wording, first: PageName) -> Any:
    path, show = PATHS[name]
    guide = words("page.title")
    own = "catalogue" if name == "service" else name
    title = guide if name == "resident" else f"{words(f'page.{own}')} – {guide}"
    return st.Page(show, title=title, url_path=path, default=name == first)
