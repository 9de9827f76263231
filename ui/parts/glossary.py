"""Terms and abbreviations, explained where they stand: on hover, on focus and on tap."""

import re
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup, escape

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.markup import render
from ui.parts.press import press_key
from ui.situation import GlossaryItem

FRESH = "10m"
SHORTEST = 3


class Explainer:
    """Marks each term once in all texts of one place; `notes` are the explanations to put last.

    A term of small letters is found in any case; an abbreviation only as it is written.
    """

    def __init__(self, items: Iterable[GlossaryItem], place: str) -> None:
        self._place = place
        self._items = {
            name: item for item in items for name in (item.term, *item.also) if _is_long(name)
        }
        self._by_small = {name.lower(): item for name, item in self._items.items()}
        self._seen: dict[str, GlossaryItem] = {}
        longest_first = sorted(self._items, key=len, reverse=True)
        self._pattern = re.compile(
            rf"\b(?:{'|'.join(_as_pattern(name) for name in longest_first)})\b"
        )

    def __call__(self, text: str | None) -> Markup:
        """The text, escaped, with terms that were not marked yet as buttons that explain them."""
        if not text or not self._items:
            return escape(text or "")
        parts, end = [], 0
        for found in self._pattern.finditer(text):
            item = self._items.get(found.group()) or self._by_small[found.group().lower()]
            if item.term in self._seen:
                continue
            self._seen[item.term] = item
            parts += [escape(text[end : found.start()]), self._button(found.group(), item)]
            end = found.end()
        return Markup("").join((*parts, escape(text[end:])))

    def notes(self) -> Markup:
        """The explanations of the terms that were marked."""
        ids = [(self._id(item), item) for item in self._seen.values()]
        return render("term_notes", notes=ids)

    def _button(self, shown: str, item: GlossaryItem) -> Markup:
        return Markup(render("term", shown=shown, item=item, id=self._id(item)).strip())

    def _id(self, item: GlossaryItem) -> str:
        return f"guide-term-{self._place}-{press_key(item.term)}"


def glossary_of(client: DeskClient) -> tuple[GlossaryItem, ...]:
    """The glossary; empty where the API does not give it: the tables are whole without."""
    try:
        return _items(client.api_url, client.audience, client)
    except ApiError:
        return ()


def _is_long(name: str) -> bool:
    return len(name) >= SHORTEST


def _as_pattern(name: str) -> str:
    written = re.escape(name)
    return written if name[1:] != name[1:].lower() else f"(?i:{written})"


@st.cache_data(ttl=FRESH, max_entries=4, show_spinner=False)
def _items(api_url: str, audience: str, _client: DeskClient) -> tuple[GlossaryItem, ...]:  # noqa: ARG001
    return _client.glossary().items
