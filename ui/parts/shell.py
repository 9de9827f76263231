"""What every page has around its conversation."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui.client import GuideClient
from ui.conversation import Conversation, Exchange
from ui.markup import plain_label, render
from ui.model import MAX_QUESTION, Contact
from ui.parts.contact import contact_facts
from ui.settings import read_settings
from ui.wording import Wording

QUESTION_KEY = "question"


def show_examples(
    examples: Sequence[dict[str, str]], title: str, ask: Callable[[str], None]
) -> None:
    """Ready questions as buttons, each under the situation that it is for where one is told."""
    st.html(render("heading", text=title))
    with st.container(key="examples"):
        for index, example in enumerate(examples):
            st.button(
                example_label(example),
                icon=example["icon"],
                key=f"example-{index}",
                on_click=ask,
                args=(example["text"],),
                width="stretch",
                wrap=True,
            )


def example_label(example: dict[str, str]) -> str:
    """The label of an example: its situation in bold, then the question."""
    text = plain_label(example["text"])
    situation = example.get("situation")
    return f"**{plain_label(situation)}** {text}" if situation else text


def show_question_box(
    conversation: Conversation, words: Wording, hint: str, human: Contact | None = None
) -> None:
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
        opened = contact_facts(human, words).open if human else ""
        st.html(render("dock", w=words, hint=hint, human=human, open=opened))


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
