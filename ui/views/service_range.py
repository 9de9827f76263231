"""The whole range at a glance: a picture one can press, the same as a table, what changed."""

import streamlit as st

from ui.desk_client import DeskClient
from ui.markup import render
from ui.model import Card
from ui.parts.changes import show_changes
from ui.parts.desk_page import show_desk_page
from ui.parts.heat import Cell, Scope, gaps, heat, in_scope
from ui.parts.lacking import Lacking, show_lacking
from ui.parts.links import PageName
from ui.parts.press import Presses, press_key
from ui.parts.range_entries import all_cards, show_entries
from ui.views.catalogue import AREAS
from ui.wording import Wording

PAGE: PageName = "range"
VIEWS = ("picture", "table", "changes")
PROVIDERS = ("own", "other_committee", "region", "state", "civil_society", "contracted")
LEVELS = ("universal", "group", "individual")
VIEW_KEY, PROVIDER_KEY, LEVEL_KEY, ALL_KEY, CELL = (
    f"range-{name}" for name in ("view", "provider", "level", "everything", "cell")
)
COLUMNS = ("name", "area", "needs_test", "provider", "level", "year")


def show() -> None:
    show_desk_page(PAGE, _show)


def _show(client: DeskClient, words: Wording) -> None:
    st.html(render("range_intro", w=words))
    view = st.segmented_control(
        words("range.view"),
        VIEWS,
        default=VIEWS[0],
        format_func=lambda code: words(f"range.{code}_view"),
        key=VIEW_KEY,
        required=True,
        label_visibility="collapsed",
    )
    if view == "changes":
        show_changes(client, words)
        return
    everything = all_cards(client)
    scope = _ask_for_scope(everything, words)
    cards = in_scope(everything, scope)
    whole = in_scope(everything, Scope(everything=scope.everything))
    if view == "table":
        _show_table(cards, client, words)
    else:
        _show_picture(cards, client, words)
        _show_gaps(whole, words)


def _ask_for_scope(cards: tuple[Card, ...], words: Wording) -> Scope:
    with st.expander(words("catalogue.filters"), key="range-filters"):
        providers = _pills("range.column.provider", "provider", PROVIDERS, PROVIDER_KEY, words)
        levels: tuple[str, ...] = ()
        if any(card.prevention_level for card in cards):
            levels = _pills("range.column.level", "range.level", LEVELS, LEVEL_KEY, words)
        else:
            st.html(render("limit", text=words("range.no_level")))
        everything = st.toggle(words("range.everything"), key=ALL_KEY)
    return Scope(providers, levels, bool(everything))


def _pills(
    label: str, family: str, codes: tuple[str, ...], key: str, words: Wording
) -> tuple[str, ...]:
    picked = st.pills(
        words(label),
        codes,
        selection_mode="multi",
        format_func=lambda code: words.named(family, code),
        key=key,
        wrap=True,
    )
    return tuple(picked)


def _show_table(cards: tuple[Card, ...], client: DeskClient, words: Wording) -> None:
    columns = [words(f"range.column.{name}") for name in COLUMNS]
    by_name = sorted(cards, key=lambda card: card.name.casefold())
    entries = [Lacking(press_key("lacks", "range", card.id), card) for card in by_name]
    st.html(render("range_table", w=words, entries=entries, columns=columns))
    show_lacking(entries, Presses("range-table"), client, words)


def _show_picture(cards: tuple[Card, ...], client: DeskClient, words: Wording) -> None:
    rows = heat(cards, AREAS)
    cells = {cell.key: cell for row in rows for cell in row.cells if cell.cards}
    picked = st.session_state.get(CELL)
    tests = [cell.test for cell in rows[0].cells]
    st.html(render("heat", w=words, rows=rows, tests=tests, picked=picked))
    presses = Presses("range")
    for cell in cells.values():
        presses.does(cell.key, _cell_name(cell, words), _pick, cell.key)
    if picked in cells:
        cell = cells[picked]
        show_entries(cell.cards, _cell_name(cell, words), picked, client, words)


def _show_gaps(cards: tuple[Card, ...], words: Wording) -> None:
    """What the sources do not say of all these entries, whatever the picture is narrowed to."""
    unknown = sum(card.needs_test == "unknown" for card in cards)
    areas = [words.named("area", area) for area in gaps(heat(cards, AREAS))]
    st.html(render("range_gaps", w=words, areas=areas, unknown=unknown, all=len(cards)))


def _cell_name(cell: Cell, words: Wording) -> str:
    area, test = words.named("area", cell.area), words.named("range.test", cell.test)
    return words("range.cell", area=area, test=test, count=len(cell.cards))


def _pick(key: str) -> None:
    st.session_state[CELL] = None if st.session_state.get(CELL) == key else key
