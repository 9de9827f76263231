"""What every page has around its conversation."""

from collections.abc import Callable, Sequence
from typing import Literal, cast

import streamlit as st

from ui.client import GuideClient
from ui.conversation import Conversation, Exchange
from ui.markup import plain_label, render
from ui.model import MAX_QUESTION, Style
from ui.settings import read_settings
from ui.wording import UiLanguage, Wording, wording

LANGUAGE_KEY = "language"
QUESTION_KEY = "question"

LanguageChoice = Literal["sv", "easy", "en"]
CHOICES: tuple[LanguageChoice, ...] = ("sv", "easy", "en")


def chosen() -> LanguageChoice:
    """The language that the visitor picked; Swedish until then."""
    return cast("LanguageChoice", st.session_state.get(LANGUAGE_KEY) or "sv")


def chosen_words() -> Wording:
    return wording(ui_language(chosen()))


def ui_language(choice: LanguageChoice) -> UiLanguage:
    return "en" if choice == "en" else "sv"


def answer_language(choice: LanguageChoice) -> str | None:
    """English where it was picked; else None, and the answer follows the question."""
    return "en" if choice == "en" else None


def style(choice: LanguageChoice) -> Style:
    return "easy" if choice == "easy" else "plain"


def show_bar(words: Wording) -> None:
    """The name and the way out, at the top of the screen all the time."""
    with st.container(key="bar"):
        st.html(render("bar", w=words))


def show_language(words: Wording) -> None:
    """The languages to choose from; the choice outlives the widget when the page changes."""
    st.segmented_control(
        words("language.label"),
        CHOICES,
        format_func=lambda choice: words(f"language.{choice}"),
        key=LANGUAGE_KEY,
        default="sv",
        persist_state="session",
        required=True,
        label_visibility="collapsed",
    )


def show_examples(
    examples: Sequence[dict[str, str]], title: str, ask: Callable[[str], None]
) -> None:
    """Ready questions as buttons."""
    st.html(render("heading", text=title))
    with st.container(key="examples"):
        for index, example in enumerate(examples):
            st.button(
                plain_label(example["text"]),
                icon=example["icon"],
                key=f"example-{index}",
                on_click=ask,
                args=(example["text"],),
                width="stretch",
                wrap=True,
            )


def show_question_box(conversation: Conversation, words: Wording, hint: str) -> None:
    """The box to write in, at the bottom of the screen, with its limit told."""

    def submit() -> None:
        conversation.ask(st.session_state[QUESTION_KEY] or "")

    with st.container(key="ask"):
        st.chat_input(
            words("ask.again" if conversation.exchanges else "ask.label"),
            key=QUESTION_KEY,
            max_chars=MAX_QUESTION,
            submit_mode="stop",
            on_submit=submit,
        )
        st.html(render("limit", text=f"{words('ask.limit')}. {hint}"))


def show_trouble(
    exchange: Exchange, conversation: Conversation, words: Wording, detail: str
) -> None:
    """Why there is no answer, what to do instead, and a way to try again."""
    cause = exchange.cause or "other"
    with st.container(key=f"trouble-{exchange.id}"):
        st.html(
            render(
                "trouble",
                w=words,
                text=words.named("trouble.cause", cause),
                detail=detail,
            )
        )
        st.button(
            words("trouble.retry"),
            key=f"retry-{exchange.id}",
            on_click=conversation.retry,
            args=(exchange,),
            type="primary",
        )


def show_stopped(exchange: Exchange, conversation: Conversation, words: Wording) -> None:
    """An answer that the visitor stopped, as far as it came."""
    st.html(render("remark", text=words("answer.stopped")))
    st.button(
        words("trouble.retry"),
        key=f"again-{exchange.id}",
        on_click=conversation.retry,
        args=(exchange,),
    )


def show_restart(conversation: Conversation, words: Wording) -> None:
    st.button(
        words("ask.restart"),
        key="restart",
        icon=":material/restart_alt:",
        on_click=conversation.restart,
    )


def client_for(token: str | None = None) -> GuideClient:
    """A client of the API that the environment names. Raises SettingsError."""
    return GuideClient(read_settings(), token)
