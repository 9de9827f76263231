"""A question and its answer, while it arrives and when it is whole."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from ui.client import ApiError, GuideClient
from ui.conversation import Conversation, Exchange
from ui.markup import phones_of, plain_label, render, written_in
from ui.model import Ask, Contact
from ui.parts.cards import CardList, CardPlace
from ui.parts.citation import CitationButtons
from ui.parts.notice import after_answer, before_answer, notices_html
from ui.wording import Wording


def stream_answer(
    exchange: Exchange, ask: Ask, conversation: Conversation, client: GuideClient, words: Wording
) -> None:
    """Shows the answer as it arrives and keeps it; what arrived stays if the visitor stops it."""
    place = st.empty()
    current = replace(exchange, state="streaming")
    conversation.update(current)
    place.html(draft_html(current, words))
    try:
        for event in client.stream(ask):
            current = current.after(event)
            conversation.update(current)
            place.html(draft_html(current, words))
    except ApiError as error:
        conversation.update(
            replace(current, state="failed", cause=error.cause, detail=error.detail)
        )


def draft_html(exchange: Exchange, words: Wording) -> Markup:
    """Notices and the sentences so far, with a line that tells that more is coming."""
    return render(
        "draft",
        w=words,
        exchange=exchange,
        notices=notices_html(before_answer(exchange.notices), words, exchange.id),
        phones=known_phones(exchange),
        language_of=lambda text: written_in(text, words.language),
    )


def question_html(exchange: Exchange, words: Wording, *, fresh: bool) -> Markup:
    return render("question", w=words, exchange=exchange, fresh=fresh)


def known_phones(exchange: Exchange) -> tuple[str, ...]:
    """Every number that the answer's own records hold."""
    return phones_of(_contacts(exchange))


def _contacts(exchange: Exchange) -> tuple[Contact, ...]:
    of_notices = (contact for notice in exchange.notices for contact in notice.contacts)
    of_services = (contact for card in exchange.services for contact in card.contacts)
    return (*of_notices, *of_services)


def show_answer(exchange: Exchange, client: GuideClient, words: Wording) -> None:
    """The finished answer of a resident: notices, sentences with sources, cards."""
    show_html(notices_html(before_answer(exchange.notices), words, exchange.id))
    show_sentences(exchange, client, words)
    show_html(notices_html(after_answer(exchange.notices), words))
    version = exchange.answer.knowledge_version if exchange.answer else None
    place = CardPlace(exchange.id, exchange.language, version or None)
    CardList(place, client, words).show(exchange.services)
    show_html(announcement_html(exchange, words))


def show_sentences(exchange: Exchange, client: GuideClient, words: Wording) -> None:
    """Each sentence with the numbers of its sources beside it, each a button."""
    citations = {c.n: c for c in exchange.answer.citations} if exchange.answer else {}
    buttons = CitationButtons(exchange.services, client, words)
    phones = known_phones(exchange)
    if not exchange.sentences:
        show_html(empty_html(exchange, words))
    elif exchange.language != words.language:
        st.html(render("limit", text=words("answer.other_language")))
    for index, sentence in enumerate(exchange.sentences):
        with st.container(horizontal=True, wrap=False, key=f"sentence-{exchange.id}-{index}"):
            st.html(
                render(
                    "sentence",
                    sentence=sentence,
                    language=exchange.language,
                    phones=phones,
                    say=f"{exchange.id}-{index}",
                )
            )
            with st.container(width="content", key=f"cites-{exchange.id}-{index}"):
                for n in sentence.cites:
                    if n in citations:
                        key = f"cite-{exchange.id}-{index}-{n}"
                        label = plain_label(words("answer.cite", n=n))
                        buttons.show(citations[n], key, label)


def empty_html(exchange: Exchange, words: Wording) -> Markup:
    """Words for an answer without sentences; empty where notices already say it."""
    if exchange.answer is None or exchange.notices:
        return Markup("")
    text = words.named("answer.empty", exchange.answer.status)
    return render("remark", text=text)


def announcement_html(exchange: Exchange, words: Wording) -> Markup:
    """What a screen reader says once, when the answer is whole."""
    ready = words(
        "answer.ready", sentences=len(exchange.sentences), services=len(exchange.services)
    )
    return render("announce", id=exchange.id, ready=ready)


def show_follow_ups(exchange: Exchange, words: Wording, ask: Callable[[str], None]) -> None:
    """Questions that one might ask next, as buttons."""
    if not exchange.answer or not exchange.answer.follow_ups:
        return
    with st.container(key="follow-ups"):
        st.html(render("heading", text=words("answer.follow_ups")))
        for index, text in enumerate(exchange.answer.follow_ups):
            key = f"follow-{exchange.id}-{index}"
            st.button(
                plain_label(text), key=key, on_click=ask, args=(text,), width="stretch", wrap=True
            )


def show_html(body: Markup) -> None:
    """Streamlit refuses empty HTML: where there is nothing to show, nothing is shown."""
    if body.strip():
        st.html(body)
