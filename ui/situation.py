"""What staff ask about a situation, and what the API answers; nothing in it names a person."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ui.model import Card, Evidence, Notice, Passage, Received, Why

MAX_TEXT = 2000
OLDEST = 120

Who = Literal["child", "youth", "adult", "family", "next_of_kin"]
Soon = Literal["today", "days", "weeks"]
WHO: tuple[Who, ...] = ("child", "youth", "adult", "family", "next_of_kin")
SOON: tuple[Soon, ...] = ("today", "days", "weeks")


class SituationAsk(BaseModel):
    """The body of POST /v1/situations; `without` holds the ids of terms that were taken away."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field("", max_length=MAX_TEXT)
    who: Who | None = None
    age: int | None = Field(None, ge=0, le=OLDEST)
    areas: tuple[str, ...] = ()
    soon: Soon | None = None
    language: str | None = None
    interpreter: bool = False
    without: tuple[str, ...] = ()
    provider: tuple[str, ...] = ()
    needs_test: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything to search with: text, who, age or an area."""
        return bool(self.text or self.who or self.age is not None or self.areas)


class Term(Received):
    """One thing that was searched with; `from_` is `field` or `text`, and `others` tells
    that the need is somebody else's than the person's."""

    id: str
    kind: str
    label: str
    from_: str = Field("field", alias="from")
    others: bool = False
    loose: bool = False


class Named(Received):
    id: str
    name: str


class SituationRow(Received):
    """An entry that fits; what the entry does not say is None or empty."""

    card: Card
    needs: tuple[str, ...] = ()
    fit: Why | None = None
    suits: Why | None = None
    suits_not: Why | None = None
    next_step: Why | None = None
    needs_test_evidence: tuple[Evidence, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    replaced_by: tuple[Named, ...] = ()
    combines_with: tuple[Named, ...] = ()
    alternatives: tuple[Named, ...] = ()


class SituationAnswer(Received):
    """`rows` are offered, best fit first; `apart` are planned, ended or historical."""

    terms: tuple[Term, ...] = ()
    masked: str | None = None
    notices: tuple[Notice, ...] = ()
    reminders: tuple[Why, ...] = ()
    rows: tuple[SituationRow, ...] = ()
    apart: tuple[SituationRow, ...] = ()
    knowledge_version: str = ""


class Change(Received):
    """Something that changed in an entry when knowledge was published."""

    date: dt.date
    service_id: str
    name: str
    what: str
    before: str | None = None
    after: str | None = None


class NewestSource(Received):
    """An entry whose newest source is of that year."""

    service_id: str
    name: str
    as_of: int
    status: str = "current"


class Changes(Received):
    """`first` is the first day that changes are recorded; None where none is."""

    since: dt.date
    first: dt.date | None = None
    items: tuple[Change, ...] = ()
    newest_sources: tuple[NewestSource, ...] = ()


class GlossaryItem(Received):
    """A term, what else it is called, and the sentence that explains it."""

    term: str
    also: tuple[str, ...] = ()
    text: str
    passage_id: str


class Glossary(Received):
    items: tuple[GlossaryItem, ...] = ()


class DocumentPassage(Passage):
    """A piece of a document of the city's, at those lines."""

    lines: str | None = None


class CityDocument(Received):
    """The pieces of a document that overlap the lines that were asked for, in order."""

    document: str
    title: str
    as_of: int | None = None
    passages: tuple[DocumentPassage, ...] = ()
