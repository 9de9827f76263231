"""The form that a situation is described in. It has no field for who somebody is."""

from typing import Literal

import streamlit as st

from ui.desk_client import DeskClient
from ui.markup import render
from ui.situation import MAX_TEXT, OLDEST, SOON, WHO, SituationAsk
from ui.situation_desk import SituationDesk
from ui.wording import LANGUAGES, Wording, wording

AREAS = (
    "school", "family", "parenthood", "mental-health", "addiction", "violence", "crime", "housing",
    "economy", "occupation", "loneliness", "gambling", "placement",
)  # fmt: skip
MOST_AREAS = 8
SPOKEN = tuple(code for code in LANGUAGES if code != "easy")
KEYS = TEXT, WHO_KEY, AGE, AREA, SOON_KEY, LANGUAGE, INTERPRETER, UNTESTED, OWN, MESSAGE = tuple(
    f"situation-{name}"
    for name in (
        "text", "who", "age", "areas", "soon", "language", "interpreter", "untested", "own",
        "message",
    )
)  # fmt: skip
KEPT: Literal["session"] = "session"


def show_form(client: DeskClient, words: Wording) -> None:
    """The fields and the button; what is in them stays while other pages are looked at."""
    with st.form("situation", border=False):
        one, other = st.columns([1, 1], gap="medium")
        with one:
            _show_text(words)
        with other:
            _show_fields(words)
        st.form_submit_button(
            words("desk.submit"),
            type="primary",
            key="situation-submit",
            icon=":material/search:",
            on_click=_submit,
            args=(client,),
        )


def replace_text(masked: str, client: DeskClient) -> None:
    """Puts the masked text in place of what was written, in the field and in what is kept of the
    search, which is made again; what was taken away stays away."""
    st.session_state[TEXT] = masked
    desk = SituationDesk(st.session_state)
    removed = desk.searched.removed if desk.searched else ()
    desk.search(asked(), client, removed)


def forget_form() -> None:
    """Empties every field."""
    for key in KEYS:
        st.session_state.pop(key, None)


def asked() -> SituationAsk:
    """What the fields say now."""
    state = st.session_state
    return SituationAsk(
        text=(state.get(TEXT) or "").strip()[:MAX_TEXT],
        who=state.get(WHO_KEY),
        age=state.get(AGE),
        areas=tuple(state.get(AREA) or ())[:MOST_AREAS],
        soon=state.get(SOON_KEY),
        language=state.get(LANGUAGE) or None,
        interpreter=bool(state.get(INTERPRETER)),
        provider=("own",) if state.get(OWN) else (),
        needs_test=("none",) if state.get(UNTESTED) else (),
    )


def _submit(client: DeskClient) -> None:
    ask = asked()
    if ask.says_something:
        st.session_state.pop(MESSAGE, None)
        SituationDesk(st.session_state).search(ask, client)
    else:
        st.session_state[MESSAGE] = "desk.says_nothing"


def _show_text(words: Wording) -> None:
    message = st.session_state.get(MESSAGE)
    if message:
        st.html(render("alert", text=words(message)))
    st.html(render("desk_warning", w=words))
    st.text_area(
        words("desk.text"),
        key=TEXT,
        height=132,
        max_chars=MAX_TEXT,
        placeholder=words("desk.text_example"),
        persist_state=KEPT,
    )
    _pick("who", WHO_KEY, WHO, words)
    st.number_input(
        words("desk.age"), 0, OLDEST, value=None, step=1, key=AGE, persist_state=KEPT, width=180
    )


def _show_fields(words: Wording) -> None:
    st.pills(
        words("desk.areas"),
        AREAS,
        selection_mode="multi",
        format_func=lambda code: words.named("area", code),
        key=AREA,
        persist_state=KEPT,
        wrap=True,
    )
    _pick("soon", SOON_KEY, SOON, words)
    with st.container(horizontal=True, vertical_alignment="bottom", key="situation-language-row"):
        st.selectbox(
            words("desk.language"),
            ("", *SPOKEN),
            format_func=lambda code: wording(code).name if code else words("desk.any_language"),
            key=LANGUAGE,
            persist_state=KEPT,
            filter_mode=None,
            width=220,
        )
        st.toggle(words("desk.interpreter"), key=INTERPRETER, persist_state=KEPT)
    with st.container(horizontal=True, key="situation-narrow"):
        st.toggle(words("desk.untested_only"), key=UNTESTED, persist_state=KEPT)
        st.toggle(words("staff.own_only"), key=OWN, persist_state=KEPT)


def _pick(name: str, key: str, codes: tuple[str, ...], words: Wording) -> None:
    st.pills(
        words(f"desk.{name}"),
        codes,
        format_func=lambda code: words.named(f"desk.{name}_is", code),
        key=key,
        persist_state=KEPT,
        wrap=True,
    )
