"""Citations: from a number to the place in the source."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup, escape

from ui.client import ApiError, GuideClient
from ui.markup import render
from ui.model import Citation, Evidence, Passage
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
        lines=words("source.lines", lines=evidence.lines) if evidence.lines else "",
        year=str(evidence.as_of) if evidence.as_of else words("source.undated"),
        url=evidence.url,
    )


def mark_quote(text: str, quote: str) -> Markup | None:
    """The text, escaped, with the quote marked; None where the text does not hold it."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = re.search(pattern, text) if pattern else None
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    return escape(before) + Markup("<mark>{}</mark>").format(found.group()) + escape(after)


def passage_html(citation: Citation, passage: Passage | None, words: Wording) -> Markup:
    """The passage with its quote marked, or the quote alone where the passage did not come."""
    return render(
        "passage",
        w=words,
        title=passage.title if passage else citation.title,
        marked=mark_quote(passage.text, citation.quote) if passage else None,
        passage=passage,
        quote=citation.quote,
        evidence=[
            evidence_facts(line, words)
            for line in (passage.evidence if passage else ()) or citation.evidence
        ],
    )


def citation_button(
    citation: Citation, client: GuideClient, words: Wording, key: str, label: str
) -> None:
    """A button that opens the passage in a dialog."""
    if st.button(label, key=key, wrap=True):
        _dialog(citation, client, words)()


def _dialog(citation: Citation, client: GuideClient, words: Wording) -> Callable[[], None]:
    @st.dialog(words("source.title", n=citation.n), width="medium")
    def show() -> None:
        st.html(passage_html(citation, _fetch(citation, client), words))

    return show


def _fetch(citation: Citation, client: GuideClient) -> Passage | None:
    try:
        return client.passage(citation.passage_id)
    except ApiError:
        return None
