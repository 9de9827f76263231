"""One entry at an address of its own, alone or beside another."""

from dataclasses import dataclass

import streamlit as st

from ui.client import ApiError, GuideClient
from ui.markup import plain_label, render
from ui.model import Card, Evidence, Search, ServiceDetail
from ui.parts.cards import CardList, CardPlace
from ui.parts.citation import evidence_facts
from ui.parts.compare import show_comparison
from ui.parts.failure import show_failure
from ui.parts.frame import page_frame
from ui.parts.links import PageName, show_link
from ui.parts.login import forget_token, staff_client
from ui.parts.shell import client_for
from ui.parts.summaries import FRESH, texts_of
from ui.wording import Wording

PAGE: PageName = "service"
ID, OTHER = "id", "med"


@dataclass(frozen=True)
class Seen:
    """An entry as it is shown, and as residents see it; `open` is None where they do not."""

    detail: ServiceDetail
    open: ServiceDetail | None

    @property
    def open_cards(self) -> dict[str, Card]:
        return {self.open.card.id: self.open.card} if self.open else {}

    @property
    def open_ids(self) -> frozenset[str]:
        """The passages that residents read, too."""
        sections = self.open.sections if self.open else ()
        return frozenset(section.passage_id for section in sections)


def show() -> None:
    client = staff_client() or client_for()
    with page_frame(PAGE, client_for()) as words:
        try:
            _show(st.query_params.get(ID, ""), client, words)
        except ApiError as error:
            if error.cause == "token":
                forget_token("staff.wrong_token")
                st.rerun()
            show_failure(error, words)


def _show(wanted: str, client: GuideClient, words: Wording) -> None:
    detail = _detail(wanted, client) if wanted else None
    if detail is None:
        _show_missing(words)
        return
    is_staff = client.audience == "staff"
    seen = Seen(detail, _detail(wanted, client_for()) if is_staff else detail)
    _show_detail(seen, _names(client.api_url, client.audience, client), client, words)


def _detail(wanted: str, client: GuideClient) -> ServiceDetail | None:
    """The entry; None where this client may not read it. Raises ApiError."""
    try:
        return client.service(wanted)
    except ApiError as error:
        if error.cause == "missing":
            return None
        raise


def _show_missing(words: Wording) -> None:
    st.html(render("page_title", title=words("catalogue.missing")))
    show_link("catalogue", words("catalogue.back"), ":material/menu_book:")


def _show_detail(seen: Seen, names: dict[str, str], client: GuideClient, words: Wording) -> None:
    detail, card = seen.detail, seen.detail.card
    show_link("catalogue", words("catalogue.back"), ":material/menu_book:")
    st.html(render("page_title", title=card.name, language="sv"))
    for_staff = client.audience == "staff"
    place = CardPlace("service", level=0, open_cards=seen.open_cards, for_staff=for_staff)
    CardList(place, client_for(), words).show_card(card, link=False)
    st.html(
        render(
            "service",
            w=words,
            sections=texts_of(detail),
            open_ids=seen.open_ids,
            evidence=[evidence_facts(line, words) for line in _evidence(detail)],
            address=f"{_base_address()}/stod?{ID}={card.id}",
        )
    )
    _show_related(detail, names, words)
    show_comparison(card, _others(card, names), OTHER, client, words)


def _evidence(detail: ServiceDetail) -> tuple[Evidence, ...]:
    """Every document behind the entry, once."""
    lines = (line for section in detail.sections for line in section.evidence)
    return tuple({(line.document, line.lines, line.page): line for line in lines}.values())


def _show_related(detail: ServiceDetail, names: dict[str, str], words: Wording) -> None:
    ids = dict.fromkeys(one for related in detail.related.values() for one in related)
    known = [service_id for service_id in ids if service_id in names]
    if not known:
        return
    st.html(render("heading", text=words("catalogue.related")))
    with st.container(key="related"):
        for service_id in known:
            show_link("service", plain_label(names[service_id]), id=service_id)


def _others(card: Card, names: dict[str, str]) -> dict[str, str]:
    return {service_id: name for service_id, name in names.items() if service_id != card.id}


def _base_address() -> str:
    """Address of the interface as the visitor's browser knows it; empty where it says none."""
    shown = str(st.context.url or "")
    return shown.rstrip("/").removesuffix("/stod")


@st.cache_data(ttl=FRESH, show_spinner=False)
def _names(api_url: str, audience: str, _client: GuideClient) -> dict[str, str]:  # noqa: ARG001
    return {card.id: card.name for card in _client.services(Search()).items}
