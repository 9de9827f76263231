"""What may be handed to a person: entries as residents read them, in the person's language."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.model import Card, ServiceDetail
from ui.parts.summaries import FRESH, MOST, summary_of
from ui.situation import SituationRow
from ui.wording import UiLanguage, wording


@dataclass(frozen=True)
class ForPerson:
    """`details` are the entries that residents may read; `staff_only` names the others."""

    details: tuple[ServiceDetail, ...]
    staff_only: tuple[str, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(detail.card for detail in self.details)


def for_person(rows: Iterable[SituationRow], client: GuideClient) -> ForPerson:
    """The rows' entries, fetched with a client that has no token, so that nothing that is for
    staff alone leaves the house. Raises ApiError where the API does not answer."""
    fetched = [(row.card.name, _open_detail(row.card.id, client)) for row in rows]
    return ForPerson(
        details=tuple(detail for _, detail in fetched if detail),
        staff_only=tuple(name for name, detail in fetched if not detail),
    )


def summaries_in(choice: UiLanguage, details: Iterable[ServiceDetail]) -> dict[str, str]:
    """The summaries that the knowledge has in that language, by the entry's id."""
    language, easy = wording(choice).language, choice == "easy"
    found = {one.card.id: summary_of(one, language, easy=easy) for one in details}
    return {service_id: text for service_id, text in found.items() if text}


def _open_detail(service_id: str, client: GuideClient) -> ServiceDetail | None:
    try:
        return _detail(client.api_url, client.audience, service_id, client)
    except ApiError as error:
        if error.cause == "missing":
            return None
        raise


@st.cache_data(ttl=FRESH, max_entries=MOST, show_spinner=False)
def _detail(
    api_url: str,  # noqa: ARG001
    audience: str,  # noqa: ARG001
    service_id: str,
    _client: GuideClient,
) -> ServiceDetail:
    return _client.service(service_id)
