"""What changed since a day, and which entries have the newest sources."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from ui.desk_client import DeskClient
from ui.languages import Swedish
from ui.listing.entries import STOCKHOLM
from ui.markup import render
from ui.situation import Change, Changes, NewestSource
from ui.wording import Wording

DAYS_BACK = 90
SINCE_KEY = "range-since"
FAMILIES = {"needs_test": "needs_test", "status": "changes.status_is"}
COLUMNS = ("name", "date", "what", "before", "after")


def show_changes(client: DeskClient, words: Wording) -> None:
    """A day to pick, and what was recorded since. Raises ApiError."""
    today = dt.datetime.now(STOCKHOLM).date()
    since = st.date_input(
        words("changes.since"),
        value=today - dt.timedelta(days=DAYS_BACK),
        max_value=today,
        format="YYYY-MM-DD",
        key=SINCE_KEY,
        width=260,
    )
    if isinstance(since, dt.date):
        show_recorded(client.changes(since), words)


def show_recorded(changes: Changes, words: Wording) -> None:
    columns = [words(f"changes.column.{name}") for name in COLUMNS]
    years = by_year(changes.newest_sources)
    told = [
        (change, _in_words(change, change.before, words), _in_words(change, change.after, words))
        for change in changes.items
    ]
    st.html(render("changes", w=words, changes=changes, told=told, columns=columns, years=years))


def _in_words(change: Change, value: str | None, words: Wording) -> str:
    """A value of the change: codes in words, other values as they are, a dash for none."""
    family = FAMILIES.get(change.what)
    if not value:
        return "–"
    return words.named(family, value) if family else Swedish(value)


def by_year(sources: Iterable[NewestSource]) -> list[tuple[int, list[NewestSource]]]:
    """The sources by year, newest year first, by name within a year."""
    ordered = sorted(sources, key=lambda one: (-one.as_of, one.name.casefold()))
    return [(year, list(group)) for year, group in groupby(ordered, lambda one: one.as_of)]
