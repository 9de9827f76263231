"""Opens what something rests on: the passage, its quote marked, and the city's document."""

from dataclasses import dataclass

import streamlit as st

from ui.desk_client import DeskClient
from ui.markup import plain_label
from ui.model import Citation, Evidence, Why
from ui.parts.answer import show_html
from ui.parts.citation import passage_html, passage_of
from ui.parts.city_document import documents_html
from ui.wording import Wording


@dataclass(frozen=True)
class Rests:
    """A sentence, what it is about, and where it stands; `passage_id` may be unknown."""

    title: str
    quote: str
    passage_id: str | None = None
    evidence: tuple[Evidence, ...] = ()


def rests_on(title: str, why: Why, evidence: tuple[Evidence, ...] = ()) -> Rests:
    return Rests(title, why.text, why.passage_id, evidence)


def open_evidence(rests: Rests, client: DeskClient, words: Wording) -> None:
    """A dialog with the passage and the documents behind it."""

    @st.dialog(plain_label(words("desk.source_of", name=rests.title)), width="large")
    def show() -> None:
        passage = passage_of(rests.passage_id, client) if rests.passage_id else None
        evidence = (passage.evidence if passage else ()) or rests.evidence
        citation = Citation(
            n=0,
            passage_id=rests.passage_id or "",
            service_id="",
            title=rests.title,
            quote=rests.quote,
            evidence=evidence,
        )
        title = passage.title if passage else rests.title
        st.html(passage_html(citation, passage, title, words))
        show_html(documents_html(evidence, client, words))

    show()
