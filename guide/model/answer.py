"""What goes out: the contract of the HTTP API and of every client."""

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from guide.model.contact import Day
from guide.model.evidence import EvidenceLine
from guide.model.service import Ages
from guide.model.status import NoticeCode, Status
from guide.model.terms import (
    Facet,
    Kind,
    Language,
    NeedsTest,
    PreventionLevel,
    Provider,
    ServiceStatus,
)
from guide.model.value import Value


class HoursView(Value):
    """Opening hours, Europe/Stockholm."""

    model_config = ConfigDict(populate_by_name=True)

    days: tuple[Day, ...] = Field(description="Days of the week")
    from_: str = Field(alias="from", description="HH:MM")
    to: str = Field(description="HH:MM; 24:00 is midnight at day's end")


class ContactView(Value):
    """A contact record as shown, with whether it is open at the moment of the answer."""

    id: str = Field(description="Id of the record")
    label: str = Field(description="Whom one reaches")
    phone: str | None = Field(None, description="Telephone number as written")
    email: str | None = Field(None, description="E-mail address")
    url: str | None = Field(None, description="Web address")
    address: str | None = Field(None, description="Street address")
    hours: tuple[HoursView, ...] | None = Field(None, description="null: no source states hours")
    open_now: bool | None = Field(None, description="null: hours are not known")
    verified: dt.date | None = Field(description="Day the facts were verified; null: undated")
    note: str = Field(description="What to know before one calls")


class Why(Value):
    """The passage that made the service fit."""

    text: str = Field(description="Sentence from the passage")
    passage_id: str = Field(description="The passage")


class Card(Value):
    """A service in an answer or a list."""

    id: str = Field(description="Service id")
    name: str = Field(description="Name")
    aliases: tuple[str, ...] = Field(description="Other names and abbreviations")
    kind: Kind = Field(description="What sort of entry it is")
    summary: str = Field(description="Two or three sentences")
    status: ServiceStatus = Field(description="Only current and uncertain ones are offered as help")
    as_of: int | None = Field(description="Year of the newest source; null: undated")
    needs_test: NeedsTest = Field(description="Whether a needs assessment comes first")
    needs_test_note: str = Field(description="What the source says about it")
    prevention_level: PreventionLevel | None = Field(
        None, description="As a source classes it; null: the sources do not class it"
    )
    who_it_is_for: str = Field(description="Target group")
    ages: Ages | None = Field(description="Sourced age range; null: no source states one")
    groups: tuple[str, ...] = Field(description="Ids of groups")
    life_areas: tuple[str, ...] = Field(description="Ids of life areas")
    initiated_by: str | None = Field(description="Who starts it; null: no source says")
    provider: Provider = Field(description="Who gives the help")
    contacts: tuple[ContactView, ...] = Field(description="Whom to contact, best first")
    cost: str | None = Field(description="Fee; null: no source says")
    missing: tuple[Facet, ...] = Field(description="What the sources do not say")
    why: Why | None = Field(None, description="Why it is shown; null in lists")


class Sentence(Value):
    """A verified sentence and the citations it rests on."""

    text: str = Field(description="One sentence")
    cites: tuple[int, ...] = Field(description="Numbers of citations, at least one", min_length=1)


class Citation(Value):
    """A verbatim quote of a passage and the evidence behind the passage."""

    n: int = Field(description="Number in the answer, from 1", ge=1)
    passage_id: str = Field(description="The passage")
    service_id: str = Field(description="The entry it is of, or the document's source")
    title: str = Field(description="Title of the passage")
    quote: str = Field(description="Verbatim in the passage")
    evidence: tuple[EvidenceLine, ...] = Field(description="Documents behind the passage")


class Notice(Value):
    """A coded remark with text and contacts written by people."""

    code: NoticeCode = Field(description="Kind of remark")
    text: str = Field(description="Text written by people")
    contacts: tuple[ContactView, ...] = Field((), description="Whom to contact, first one first")


class Sources(Value):
    """First event of a stream: what the answer will rest on."""

    services: tuple[Card, ...] = Field(description="Services in rank order")
    notices: tuple[Notice, ...] = Field(description="Notices that come before the answer")


class Answer(Value):
    """A whole answer."""

    status: Status = Field(description="How the answer ended")
    language: Language = Field(description="Language of the sentences")
    sentences: tuple[Sentence, ...] = Field(description="Verified sentences in order")
    citations: tuple[Citation, ...] = Field(description="Citations by number")
    services: tuple[Card, ...] = Field(description="Services in rank order")
    notices: tuple[Notice, ...] = Field(description="Notices, a crisis first")
    follow_ups: tuple[str, ...] = Field(description="Questions one might ask next")
    knowledge_version: str = Field(description="Version of the knowledge that answered")
    composer: Literal["extractive", "model"] = Field(description="What wrote the sentences")
