"""What an entry is, in the language of the person that a list is handed to."""

import streamlit as st

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.model import ServiceDetail
from ui.parts.summaries import FRESH, MOST, summary_of
from ui.situation import SituationRow
from ui.wording import UiLanguage, wording


def summaries_in(
    choice: UiLanguage, rows: tuple[SituationRow, ...], client: DeskClient
) -> dict[str, str]:
    """The summaries that the knowledge has in that language, by the entry's id."""
    found = {row.card.id: _summary(choice, row, client) for row in rows}
    return {service_id: text for service_id, text in found.items() if text}


def _summary(choice: UiLanguage, row: SituationRow, client: DeskClient) -> str:
    try:
        detail = _detail(client.api_url, row.card.id, client)
    except ApiError:
        return ""
    return summary_of(detail, wording(choice).language, easy=choice == "easy")


@st.cache_data(ttl=FRESH, max_entries=MOST, show_spinner=False)
def _detail(api_url: str, service_id: str, _client: DeskClient) -> ServiceDetail:  # noqa: ARG001
    return _client.service(service_id)
