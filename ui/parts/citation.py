"""Citations: from a number to the place in the source."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup, escape

from ui.client import ApiError, GuideClient
from ui.markup import render, written_in
from ui.model import Card, Citation, Evidence, Passage
from ui.wording import Wording


@dataclass(frozen=True)
class EvidenceFacts:
    """A document behind a passage, as it is shown."""

    title: str
    lines: str
    year: str
    url: str | None


def evidence_facts(evidence: Evidence, words: Wording) -> EvidenceFacts:
    return EvidenceFacts(
        title=evidence.title,
        lines=_place(evidence, words),
        year=str(evidence.as_of) if evidence.as_of else words("source.undated"),
        url=evidence.url,
    )


def _place(evidence: Evidence, words: Wording) -> str:
    """Lines where the document has them, else the page."""
    if evidence.lines:
        return words("source.lines", lines=evidence.lines)
    return words("source.page", page=evidence.page) if evidence.page else ""


def mark_quote(text: str, quote: str) -> Markup | None:
    """The text, escaped, with the quote marked; None where the text does not hold it."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = re.search(pattern, text) if pattern else None
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    return escape(before) + Markup("<mark>{}</mark>").format(found.group()) + escape(after)


def full_title(citation: Citation, services: Iterable[Card]) -> str:
    """The title of the passage, with the service's name in front where it is not in it."""
    names = (card.name for card in services if card.id == citation.service_id)
    name = next(names, "")
    return citation.title if name in citation.title else f"{name}: {citation.title}"


def passage_html(citation: Citation, passage: Passage | None, title: str, words: Wording) -> Markup:
    """The passage with its quote marked, or the quote alone where the passage did not come."""
    return render(
        "passage",
        w=words,
        title=title,
        title_language=written_in(title, words.language),
        marked=mark_quote(passage.text, citation.quote) if passage else None,
        passage=passage,
        quote=citation.quote,
        language=written_in(citation.quote, words.language),
        evidence=[
            evidence_facts(line, words)
            for line in (passage.evidence if passage else ()) or citation.evidence
        ],
    )


class CitationButtons:
    """Buttons that open the passages of one answer in a dialog; `more` is HTML to put below, made
    of the passage's evidence."""

    def __init__(
        self,
        services: Iterable[Card],
        client: GuideClient,
        words: Wording,
        more: Callable[[Sequence[Evidence]], Markup] | None = None,
    ) -> None:
        self._services = tuple(services)
        self._client = client
        self._words = words
        self._more = more

    def show(self, citation: Citation, key: str, label: str) -> None:
        """One button; pressed, it fetches the passage and marks the quote."""
        if st.button(label, key=key, wrap=True):
            self._dialog(citation)()

    def _dialog(self, citation: Citation) -> Callable[[], None]:
        @st.dialog(self._words("source.title", n=citation.n), width="medium")
        def show() -> None:
            passage = passage_of(citation.passage_id, self._client)
            title = full_title(citation, self._services)
            st.html(passage_html(citation, passage, title, self._words))
            evidence = (passage.evidence if passage else ()) or citation.evidence
            more = self._more(evidence) if self._more else Markup("")
            if more.strip():
                st.html(more)

        return show


def passage_of(passage_id: str, client: GuideClient) -> Passage | None:
    """The passage of that id; None where the API does not give it."""
    try:
        return client.passage(passage_id)
    except ApiError:
        return None
