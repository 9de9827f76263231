"""The answer as staff read it: running text, numbered sources, one table of services."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from ui.client import GuideClient
from ui.conversation import Exchange
from ui.desk_client import DeskClient
from ui.markup import plain_label, render
from ui.model import Card, Citation, Evidence
from ui.parts.answer import announcement_html, empty_html, known_phones, show_html
from ui.parts.card import Badge, missing_text, needs_test_badge, status_badge
from ui.parts.citation import CitationButtons, EvidenceFacts, evidence_facts, full_title
from ui.parts.city_document import documents_html
from ui.parts.contact import ContactFacts, contact_facts
from ui.parts.glossary import Explainer, glossary_of
from ui.parts.lacking import Lacking, show_lacking
from ui.parts.notice import after_answer, before_answer, notices_html
from ui.parts.press import Presses, press_key
from ui.wording import Wording


@dataclass(frozen=True)
class Row:
    """A service as a line of the table."""

    card: Card
    test: Badge | None
    status: Badge | None
    missing: str
    evidence: tuple[EvidenceFacts, ...]
    contacts: tuple[ContactFacts, ...]
    lacks: str


def table_row(card: Card, citations: tuple[Citation, ...], words: Wording, scope: str = "") -> Row:
    """The row of a card, with the evidence that the answer's citations give for it. `scope` is
    the answer's own name in the key of the press that tells what the entry lacks."""
    lines = [line for c in citations if c.service_id == card.id for line in c.evidence]
    return Row(
        card=card,
        test=needs_test_badge(card, words),
        status=status_badge(card, words),
        missing=missing_text(card, words),
        evidence=tuple(evidence_facts(line, words) for line in dict.fromkeys(lines)),
        contacts=tuple(contact_facts(contact, words) for contact in card.contacts),
        lacks=press_key("lacks", scope, card.id),
    )


def show_staff_answer(exchange: Exchange, client: GuideClient, words: Wording) -> None:
    show_html(notices_html(before_answer(exchange.notices), words))
    show_html(empty_html(exchange, words) if not exchange.sentences else _text_html(exchange))
    show_html(notices_html(after_answer(exchange.notices), words))
    _show_sources(exchange, client, words)
    _show_table(exchange, client, words)
    show_html(announcement_html(exchange, words))


def _text_html(exchange: Exchange) -> Markup:
    return render("running_text", exchange=exchange, phones=known_phones(exchange))


def _show_sources(exchange: Exchange, client: GuideClient, words: Wording) -> None:
    citations = exchange.answer.citations if exchange.answer else ()
    buttons = CitationButtons(exchange.services, client, words, _documents(client, words))
    with st.container(horizontal=True, key=f"sources-{exchange.id}"):
        for citation in citations:
            key = f"source-{exchange.id}-{citation.n}"
            buttons.show(citation, key, source_label(citation, exchange.services, words))


def _documents(
    client: GuideClient, words: Wording
) -> Callable[[Sequence[Evidence]], Markup] | None:
    """The city's documents below a passage, where the client may read them."""
    if not isinstance(client, DeskClient):
        return None
    return lambda evidence: documents_html(evidence, client, words)


def source_label(citation: Citation, services: Iterable[Card], words: Wording) -> str:
    """`[1] Title, 2025`, with the newest year among the passage's documents."""
    years = [line.as_of for line in citation.evidence if line.as_of]
    year = str(max(years)) if years else words("source.undated")
    title = full_title(citation, services)
    return plain_label(f"{words('answer.cite', n=citation.n)} {title}, {year}")


def _show_table(exchange: Exchange, client: GuideClient, words: Wording) -> None:
    if not exchange.answer or not exchange.services:
        return
    citations = exchange.answer.citations
    rows = [table_row(card, citations, words, exchange.id) for card in exchange.services]
    glossary = glossary_of(client) if isinstance(client, DeskClient) else ()
    show_html(render("table", w=words, rows=rows, explain=Explainer(glossary, exchange.id)))
    lacking = [Lacking(row.lacks, row.card) for row in rows]
    version = exchange.answer.knowledge_version or None
    show_lacking(lacking, Presses(exchange.id), client, words, version)
