"""Where a claim comes from."""

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from guide.model.terms import Audience
from guide.model.value import Value

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Lines = Annotated[str, StringConstraints(pattern=r"^\d+(-\d+)?(, \d+(-\d+)?)*$")]

ANCHOR_WORDS = 8


class Source(Value):
    """A document or a page that claims rest on. `as_of` is the year its facts hold for.

    A document whose `file` is at hand is also searched as it stands, for the `audience`.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
    title: str
    as_of: int | None = Field(None, ge=1990, le=2100, description="Year; null: undated")
    url: str | None = None
    file: str | None = Field(None, description="File name in the folder of city documents")
    audience: Audience = Field(
        Audience.STAFF, description="Who may be answered from the document's own text"
    )
    superseded_by: str | None = Field(
        None, description="Id of the source that replaced it; what stands in both is told from that"
    )
    verified: dt.date | None = Field(None, description="Day a person read it; null: not known")
    note: str = ""


class Evidence(Value):
    """The place in a source that a claim rests on."""

    id: Slug
    document: str = Field(description="Id of a source in sources.yaml")
    lines: Lines | None = Field(None, description="For example 100-102; null for web pages")
    anchor: str | None = Field(None, description="At most eight words that find the place")
    supports: tuple[str, ...] = Field((), description="Fields that this evidence is for")

    @field_validator("anchor")
    @classmethod
    def _short(cls, anchor: str | None) -> str | None:
        if anchor is not None and len(anchor.split()) > ANCHOR_WORDS:
            raise ValueError(f"ankaret har fler än {ANCHOR_WORDS} ord; korta det")
        return anchor


class EvidenceLine(Value):
    """Evidence as answers show it: joined with what its source says of itself."""

    document: str = Field(description="Id of the source")
    title: str = Field(description="Title of the source")
    lines: str | None = Field(description="Lines of the document; null: not told")
    page: int | None = Field(None, description="Page of the document, from 1; null: not told")
    as_of: int | None = Field(description="Year that the source's facts hold for; null: undated")
    anchor: str | None = Field(description="At most eight words that find the place; null: none")
    url: str | None = Field(description="Web address; null: the source is not on the web")
