"""What staff take along: the list for their notes, and the same to hand to the person."""

import datetime as dt

import streamlit as st

from ui.desk_client import DeskClient
from ui.listing.entries import STOCKHOLM, Entry, made_line
from ui.listing.notes import handed_over, head_of_notes, notes, text_of
from ui.listing.page import pdf_of
from ui.markup import plain_label, render
from ui.parts.along import CHOICE_KEY, Along
from ui.parts.desk_page import show_desk_page
from ui.parts.links import PageName, show_link
from ui.parts.shell import client_for
from ui.parts.situation_form import LANGUAGE
from ui.parts.texts_in import for_person, summaries_in
from ui.situation import SituationRow
from ui.wording import LANGUAGES, ORIGINAL, UiLanguage, Wording, known_language, wording

PAGE: PageName = "along"
NOTES, HAND_OVER = "notes", "hand-over"
FORM_KEY = "along-form"


def show() -> None:
    show_desk_page(PAGE, _show)


def _show(_client: DeskClient, words: Wording) -> None:
    along = Along(st.session_state)
    st.html(render("along_intro", w=words, empty=not along.rows))
    if not along.rows:
        show_link("staff", words("along.back"), ":material/manage_search:")
        return
    form = st.segmented_control(
        words("along.form"),
        (NOTES, HAND_OVER),
        default=NOTES,
        format_func=lambda code: words(f"along.{code.replace('-', '_')}"),
        key=FORM_KEY,
        required=True,
    )
    if form == HAND_OVER:
        _show_hand_over(along.rows, words)
    else:
        head = head_of_notes(words, _today())
        _show_list(words("along.sheet"), head, notes(along.rows, words), words)
    _show_edits(along, words)


def _show_hand_over(rows: tuple[SituationRow, ...], words: Wording) -> None:
    asked = known_language(st.session_state.get(LANGUAGE) or None)
    st.session_state.setdefault(CHOICE_KEY, asked or ORIGINAL)
    choice: UiLanguage = (
        st.pills(
            words("along.language"),
            LANGUAGES,
            format_func=lambda code: _form_name(code, words),
            key=CHOICE_KEY,
            required=True,
            wrap=True,
        )
        or ORIGINAL
    )
    theirs = wording(choice)
    given = for_person(rows, client_for())
    summaries = summaries_in(choice, given.details)
    if given.staff_only:
        names = ", ".join(given.staff_only)
        st.html(render("remark", text=words("along.staff_only", names=names)))
    lacking = [card.name for card in given.cards if card.id not in summaries]
    if lacking:
        st.html(render("remark", text=words("along.lacking", names=", ".join(lacking))))
    draft = "" if theirs.reviewed else f" {theirs('language.draft')}"
    head = made_line(theirs, _today()) + draft
    listed = handed_over(given.cards, summaries, theirs)
    _show_list(theirs("along.for_you"), head, listed, theirs, words)


def _form_name(code: UiLanguage, words: Wording) -> str:
    return words("along.plain") if code == ORIGINAL else wording(code).name


def _show_list(
    title: str,
    head: str,
    listed: tuple[Entry, ...],
    written: Wording,
    words: Wording | None = None,
) -> None:
    """The list as it is taken along; `written` are its words, `words` those of the page."""
    around = words or written
    text = f"{title}\n{text_of(head, listed)}"
    with st.container(horizontal=True, key="along-ways-out"):
        st.html(render("along_actions", w=around, text=text), width="content")
        st.download_button(
            around("list.pdf"),
            lambda: pdf_of(title, head, listed, written),
            file_name="underlag.pdf",
            mime="application/pdf",
            key="along-pdf",
            icon=":material/picture_as_pdf:",
            on_click="ignore",
        )
    st.html(render("along_list", written=written, title=title, head=head, entries=listed))


def _show_edits(along: Along, words: Wording) -> None:
    with st.container(horizontal=True, key="along-edits"):
        for row in along.rows:
            st.button(
                plain_label(words("along.drop", name=row.card.name)),
                key=f"drop-{row.card.id}",
                icon=":material/remove:",
                on_click=along.toggle,
                args=(row,),
                wrap=True,
            )
        st.button(words("list.clear"), key="along-clear", on_click=along.clear)


def _today() -> dt.date:
    return dt.datetime.now(STOCKHOLM).date()
