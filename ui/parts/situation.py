"""What fits a situation: what was searched with, what comes first, the table, what is apart."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from ui.desk_client import DeskClient
from ui.markup import render
from ui.model import Notice
from ui.parts.along import Along
from ui.parts.answer import show_html
from ui.parts.compare import open_comparison
from ui.parts.desk_row import RowFacts, row_facts
from ui.parts.evidence import Rests, open_evidence, rests_on
from ui.parts.glossary import Explainer, glossary_of
from ui.parts.lacking import Lacking, show_lacking
from ui.parts.notice import after_answer, before_answer, notices_html
from ui.parts.press import Presses, press_key
from ui.parts.situation_form import replace_text
from ui.situation import SituationAnswer, SituationRow
from ui.situation_desk import Searched, SituationDesk
from ui.wording import Wording

COLUMNS = ("name", "why", "needs_test", "starts", "for", "contact")
MOST_COMPARED = 3
PII = "PII_WARNING"
TEST_FACT = "fakta-behovsprovning"


@dataclass(frozen=True)
class Found:
    """A search that has its answer, and what is needed to show it."""

    searched: Searched
    answer: SituationAnswer
    client: DeskClient
    words: Wording
    presses: Presses


def show_found(found: Found) -> None:
    """The whole answer; a dialog where a button for one was pressed."""
    notices = _notices(found)
    title = found.words("desk.found", count=len(found.answer.rows))
    st.html(render("arrive", title=title, id=found.searched.id))
    show_html(notices_html(before_answer(notices), found.words, found.searched.id))
    _show_masked(found)
    _show_terms(found)
    _show_reminders(found)
    _show_rows(found)
    show_html(notices_html(after_answer(notices), found.words))
    _show_apart(found)
    _announce(found)


def _notices(found: Found) -> list[Notice]:
    """All notices, less the one that the box with the masked text says already."""
    masked = found.answer.masked
    return [notice for notice in found.answer.notices if not (masked and notice.code == PII)]


def _show_rows(found: Found) -> None:
    facts = _facts(found.answer.rows, found)
    if not facts:
        st.html(render("remark", text=found.words("desk.nothing")))
        return
    _show_tools(found)
    explain = Explainer(glossary_of(found.client), found.searched.id)
    columns = [found.words(f"desk.column.{name}") for name in COLUMNS]
    drawn = {"w": found.words, "rows": facts, "columns": columns, "explain": explain}
    show_html(render("desk_table", **drawn))
    for one in facts:
        _show_presses(one, found)
    _show_lacking(facts, found)


def _facts(rows: Iterable[SituationRow], found: Found) -> list[RowFacts]:
    along = Along(st.session_state)
    terms = found.answer.terms
    return [row_facts(row, terms, found.words, taken=along.holds(row.card.id)) for row in rows]


def _show_terms(found: Found) -> None:
    desk, words = SituationDesk(st.session_state), found.words
    terms = [(press_key("without", n), term) for n, term in enumerate(found.answer.terms)]
    removed = [(press_key("again", n), term) for n, term in enumerate(found.searched.removed)]
    st.html(render("desk_terms", w=words, terms=terms, removed=removed))
    for key, term in terms:
        label = f"{words('desk.remove')} {term.label}"
        found.presses.does(key, label, desk.remove, term, found.client)
    for key, term in removed:
        label = f"{words('desk.put_back')} {term.label}"
        found.presses.does(key, label, desk.put_back, term, found.client)


def _show_masked(found: Found) -> None:
    masked = found.answer.masked
    if masked:
        st.html(render("desk_masked", w=found.words, masked=masked, key="use-masked"))
        label = found.words("desk.use_masked")
        found.presses.does("use-masked", label, replace_text, masked, found.client)


def _show_reminders(found: Found) -> None:
    reminders = [
        (press_key("reminder", n), reminder) for n, reminder in enumerate(found.answer.reminders)
    ]
    if not reminders:
        return
    st.html(render("desk_reminders", w=found.words, reminders=reminders))
    title = found.words("desk.reminders")
    for key, reminder in reminders:
        if found.presses.was(key, reminder.text):
            open_evidence(rests_on(title, reminder), found.client, found.words)


def _show_tools(found: Found) -> None:
    """How many rows are taken along, and the comparison of two or three of them."""
    along = Along(st.session_state)
    picked = along.of(found.answer.rows)
    can = 2 <= len(picked) <= MOST_COMPARED
    count = len(along.rows)
    st.html(render("desk_tools", w=found.words, count=count, can_compare=can))
    if can and found.presses.was("compare-picked", found.words("desk.compare")):
        open_comparison(picked, found.words)


def _show_apart(found: Found) -> None:
    facts = _facts(found.answer.apart, found)
    if not facts:
        return
    st.html(render("desk_apart", w=found.words, rows=facts))
    for one in facts:
        _open_fit(one, found)
    _show_lacking(facts, found)


def _show_presses(one: RowFacts, found: Found) -> None:
    card, words = one.row.card, found.words
    take = f"{words('desk.take')}: {card.name}"
    found.presses.does(one.takes, take, Along(st.session_state).toggle, one.row)
    _open_fit(one, found)
    if one.test_source and found.presses.was(one.tests, f"{card.name}: {one.test_source}"):
        fact = f"{card.id}:{TEST_FACT}"
        note = Rests(card.name, card.needs_test_note, fact, one.row.needs_test_evidence)
        open_evidence(note, found.client, words)


def _show_lacking(rows: Iterable[RowFacts], found: Found) -> None:
    version = found.answer.knowledge_version or None
    lacking = [Lacking(one.lacks, one.row.card) for one in rows]
    show_lacking(lacking, found.presses, found.client, found.words, version)


def _open_fit(one: RowFacts, found: Found) -> None:
    fit = one.row.fit
    if fit and found.presses.was(one.opens, f"{one.row.card.name}: {one.fit_source}"):
        rests = rests_on(one.row.card.name, fit, one.row.evidence)
        open_evidence(rests, found.client, found.words)


def _announce(found: Found) -> None:
    ready = found.words("desk.found", count=len(found.answer.rows))
    scope = f"{found.searched.id}-{len(found.searched.removed)}"
    show_html(render("announce", id=scope, ready=ready))
