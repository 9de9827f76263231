"""Requests and answers of the API beside the question and the answer."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guide.model.answer import Card
from guide.model.evidence import EvidenceLine, Slug
from guide.model.question import Filters, QuestionText
from guide.model.terms import Audience, Language, Role
from guide.model.value import Value


class RetrieveRequest(Value):
    """A search without an answer."""

    question: QuestionText = Field(description="The question")
    audience: Audience = Field(Audience.RESIDENT, description="`staff` needs the staff token")
    k: int = Field(10, ge=1, le=100, description="How many passages")
    filters: Filters = Field(Filters(), description="Narrows what may be found")


class Legs(Value):
    """Scores of the two legs."""

    dense: float = Field(description="Cosine similarity")
    lexical: float = Field(description="BM25 score; 0: no word matches")


class FoundPassage(Value):
    """A passage with its scores."""

    passage_id: str = Field(description="The passage")
    service_id: str = Field(description="The entry it is of, or the document's source")
    text: str = Field(description="Text of the passage")
    score: float = Field(description="Fused score, in standard deviations of its shelf")
    legs: Legs = Field(description="Scores of the legs")


class RetrieveAnswer(Value):
    """Passages, best first."""

    passages: tuple[FoundPassage, ...] = Field(description="Best first")


class ServiceList(Value):
    """Cards that pass the filters, and how many there are per value."""

    items: tuple[Card, ...] = Field(description="Cards by name")
    facets: dict[str, dict[str, int]] = Field(description="Counts by field and value")


class SectionView(Value):
    """A part of an entry's text."""

    passage_id: str = Field(description="The passage that holds the text")
    title: str = Field(description="Heading")
    role: Role | None = Field(description="What the section tells; null: summary and facts")
    language: Language = Field(description="Language of the text")
    text: str = Field(description="The text")
    evidence: tuple[EvidenceLine, ...] = Field(description="Documents behind it")


class ServiceDetail(Value):
    """A card with all that the audience may read of the entry."""

    card: Card = Field(description="The card")
    sections: tuple[SectionView, ...] = Field(description="Texts in the entry's order")
    related: dict[str, tuple[str, ...]] = Field(description="Ids of related entries by relation")


class PassageView(Value):
    """A passage as cited."""

    passage_id: str = Field(description="The passage")
    service_id: str = Field(description="The entry it is of, or the document's source")
    title: str = Field(description="Title")
    text: str = Field(description="The text that quotes are taken from")
    evidence: tuple[EvidenceLine, ...] = Field(description="Documents behind it")


class DocumentPassage(PassageView):
    """A passage of a document of the city, and where it stands there."""

    lines: str | None = Field(description="Lines of the document; null: it has none")
    page: int | None = Field(description="Page of the document, from 1; null: it has none")


class DocumentView(Value):
    """What a document of the city says at some lines."""

    document: str = Field(description="Id of the source")
    title: str = Field(description="Its title")
    as_of: int | None = Field(description="Year that its facts hold for; null: undated")
    passages: tuple[DocumentPassage, ...] = Field(
        description="Passages that overlap the lines, in the document's order, at most 50"
    )


class GlossaryItem(Value):
    """A word with the sentence that explains it."""

    term: str = Field(description="The word or the abbreviation")
    also: tuple[str, ...] = Field(description="Other forms of it")
    text: str = Field(description="Verbatim in the passage")
    passage_id: str = Field(description="The passage")


class Glossary(Value):
    """Words and abbreviations."""

    items: tuple[GlossaryItem, ...] = Field(description="In alphabetical order")


class Counts(Value):
    """How much the guide knows."""

    entries: int = Field(description="Entries of the catalogue")
    by_status: dict[str, int] = Field(description="Entries by status")
    by_needs_test: dict[str, int] = Field(description="Entries by needs-test")
    passages: int = Field(description="Passages")
    without_evidence: int = Field(description="Entries without evidence")
    stale: int = Field(description="Contact records past their review period or undated")


class KnowledgeView(Value):
    """The published state."""

    version: str = Field(description="Changes with any change of content or vectors")
    built_at: dt.datetime = Field(description="When it was published, UTC")
    embedder: str = Field(description="What made the vectors")
    counts: Counts = Field(description="How much there is")


Cause = Literal[
    "wrong", "part_wrong", "missing_essentials", "wrong_service", "mixes_services",
    "quote_not_found", "no_sources", "other",
]  # fmt: skip


Version = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


class Feedback(Value):
    """Was the answer of use? Codes only, so that nothing personal can be sent."""

    helpful: bool = Field(description="Whether the answer helped")
    cause: Cause | None = Field(None, description="Why not")
    service_id: Slug | None = Field(None, description="The card it is about")
    knowledge_version: Version | None = Field(None, description="Version that answered")


class SyncView(Value):
    """What a sync did."""

    version: str = Field(description="Version that is published now")
    added: int = Field(description="Passages embedded")
    removed: int = Field(description="Passages forgotten")
    kept: int = Field(description="Passages unchanged")
