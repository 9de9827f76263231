"""Summaries of entries in the visitor's own language, where the knowledge has them."""

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.model import Card, Section, ServiceDetail
from ui.wording import ORIGINAL, Wording

IN_ANSWERS = ("sv", "en")
FRESH = "10m"
MOST = 400


def own_summary(card: Card, client: GuideClient, words: Wording) -> str:
    """What the entry is, in the visitor's language; empty for the languages of cards."""
    if words.language in IN_ANSWERS:
        return ""
    if card.why and card.why.passage_id.endswith(f":summary-{words.language}"):
        return card.why.text
    try:
        told = _summaries(client.api_url, client.audience, card.id, client)
        return told.get(words.language, "")
    except ApiError:
        return ""


def summary_of(detail: ServiceDetail, language: str, *, easy: bool = False) -> str:
    """The entry's summary in the language; empty where there is none."""
    endings: dict[str, str] = {ORIGINAL: "lattlast" if easy else "sammanfattning", "en": "summary"}
    wanted = f"{detail.card.id}:{endings.get(language, f'summary-{language}')}"
    return next((s.text for s in detail.sections if s.passage_id == wanted), "")


def texts_of(detail: ServiceDetail) -> tuple[Section, ...]:
    """The sections that editors wrote, without summaries and facts."""
    return tuple(section for section in detail.sections if section.role is not None)


@st.cache_data(ttl=FRESH, max_entries=MOST, show_spinner=False)
def _summaries(
    api_url: str,  # noqa: ARG001
    audience: str,  # noqa: ARG001
    service_id: str,
    _client: GuideClient,
) -> dict[str, str]:
    detail = _client.service(service_id)
    found: set[str] = {section.language for section in detail.sections}
    return {language: summary_of(detail, language) for language in found}
