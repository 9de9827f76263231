"""What comes in."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guide.model.terms import Audience, Language, NeedsTest, Provider, ServiceStatus
from guide.model.value import Value

MAX_QUESTION = 2000
MAX_HISTORY = 6

QuestionText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION)
]


class Turn(Value):
    """An earlier question that the client kept, and the services it led to."""

    question: Annotated[str, StringConstraints(max_length=MAX_QUESTION)] = Field(
        description="The earlier question"
    )
    service_ids: tuple[str, ...] = Field(
        (), description="Services of the earlier answer", max_length=20
    )


class Filters(Value):
    """Narrows what may be offered. An empty field does not narrow."""

    needs_test: tuple[NeedsTest, ...] = Field((), description="Any of these")
    groups: tuple[str, ...] = Field((), description="Any of these ids of taxonomy/groups.yaml")
    life_areas: tuple[str, ...] = Field(
        (), description="Any of these ids of taxonomy/life_areas.yaml"
    )
    age: int | None = Field(None, ge=0, le=120, description="Years; sourced ranges may exclude it")
    provider: tuple[Provider, ...] = Field((), description="Any of these")
    status: tuple[ServiceStatus, ...] = Field((), description="Any of these")


class Question(Value):
    """One question with its setting."""

    question: QuestionText = Field(description=f"The question, 1 to {MAX_QUESTION} characters")
    audience: Audience = Field(Audience.RESIDENT, description="`staff` needs the staff token")
    language: Language | None = Field(None, description="Answer language; null: as the question")
    style: Literal["plain", "easy"] = Field("plain", description="`easy`: lättläst svenska")
    history: tuple[Turn, ...] = Field(
        (), max_length=MAX_HISTORY, description="Earlier turns, oldest first"
    )
    filters: Filters = Field(Filters(), description="Narrows what may be offered")
