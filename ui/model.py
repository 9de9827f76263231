"""The API's answers as the interface reads them.

Fields that the API may add later are passed over, and codes that the interface does not know stay
plain text, so that a newer API does not take the page down.
"""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_QUESTION = 2000
MAX_TURNS = 6
MAX_TURN_SERVICES = 20

Audience = Literal["resident", "staff"]
Style = Literal["plain", "easy"]


class Received(BaseModel):
    """A frozen value that came from the API."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Hours(Received):
    days: tuple[str, ...]
    from_: str = Field(alias="from")
    to: str


class Contact(Received):
    id: str
    label: str
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    address: str | None = None
    hours: tuple[Hours, ...] | None = None
    open_now: bool | None = None
    verified: dt.date | None = None
    note: str = ""


class Why(Received):
    text: str
    passage_id: str


class Ages(Received):
    min: int | None = None
    max: int | None = None
    note: str = ""


class Card(Received):
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    summary: str = ""
    status: str = "current"
    as_of: int | None = None
    needs_test: str = "unknown"
    needs_test_note: str = ""
    who_it_is_for: str = ""
    ages: Ages | None = None
    initiated_by: str | None = None
    groups: tuple[str, ...] = ()
    life_areas: tuple[str, ...] = ()
    provider: str = ""
    contacts: tuple[Contact, ...] = ()
    cost: str | None = None
    missing: tuple[str, ...] = ()
    why: Why | None = None
    prevention_level: str | None = None


class Sentence(Received):
    text: str
    cites: tuple[int, ...] = ()


class Evidence(Received):
    document: str
    title: str
    lines: str | None = None
    page: int | None = None
    as_of: int | None = None
    anchor: str | None = None
    url: str | None = None


class Citation(Received):
    n: int
    passage_id: str
    service_id: str
    title: str
    quote: str
    evidence: tuple[Evidence, ...] = ()


class Notice(Received):
    code: str
    text: str
    contacts: tuple[Contact, ...] = ()


class Sources(Received):
    services: tuple[Card, ...] = ()
    notices: tuple[Notice, ...] = ()


class Answer(Received):
    status: str
    language: str = "sv"
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    services: tuple[Card, ...] = ()
    notices: tuple[Notice, ...] = ()
    follow_ups: tuple[str, ...] = ()
    knowledge_version: str = ""
    composer: str = "extractive"


class Passage(Received):
    passage_id: str
    service_id: str
    title: str
    text: str
    evidence: tuple[Evidence, ...] = ()


class Section(Received):
    """A part of an entry's text; `role` is None for summaries and facts."""

    passage_id: str
    title: str
    role: str | None = None
    language: str = "sv"
    text: str
    evidence: tuple[Evidence, ...] = ()


class ServiceList(Received):
    items: tuple[Card, ...] = ()
    facets: dict[str, dict[str, int]] = Field(default_factory=dict)


class ServiceDetail(Received):
    card: Card
    sections: tuple[Section, ...] = ()
    related: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Search(BaseModel):
    """The query of GET /v1/services; an empty field does not narrow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: str | None = None
    needs_test: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    life_areas: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    age: int | None = None


class Turn(BaseModel):
    """An earlier question and the services it led to; the API takes it and does not use it yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    service_ids: tuple[str, ...] = ()


class Filters(BaseModel):
    """Narrows what may be offered; an empty field does not narrow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    needs_test: tuple[str, ...] = ()
    provider: tuple[str, ...] = ()


class Feedback(BaseModel):
    """The body of POST /v1/feedback."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    helpful: bool
    cause: str | None = None
    service_id: str | None = None
    knowledge_version: str | None = None


class Ask(BaseModel):
    """The body of POST /v1/answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    audience: Audience = "resident"
    language: str | None = None
    style: Style = "plain"
    history: tuple[Turn, ...] = ()
    filters: Filters = Filters()
