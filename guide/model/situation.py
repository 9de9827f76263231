"""A situation that staff describe, and the entries that fit it: the contract of both ways."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from guide.model.answer import Card, Notice
from guide.model.evidence import EvidenceLine
from guide.model.question import MAX_QUESTION
from guide.model.situation_rules import Who
from guide.model.terms import Language, NeedsTest, Provider
from guide.model.value import Value

MOST_AREAS = 8
MOST_WITHOUT = 40
TermId = Annotated[str, StringConstraints(min_length=1, max_length=80)]
SituationText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_QUESTION)]


class Soon(StrEnum):
    """How soon contact is needed."""

    TODAY = "today"
    DAYS = "days"
    WEEKS = "weeks"


class Situation(Value):
    """A situation without identity: at least one of text, who, age and areas says something."""

    text: SituationText = Field(
        "", description=f"What it is about, at most {MAX_QUESTION} characters, without identity"
    )
    who: Who | None = Field(None, description="Whom it is about; their groups come first")
    age: int | None = Field(
        None, ge=0, le=120, description="The person's age in years; sourced ranges may exclude it"
    )
    areas: tuple[str, ...] = Field(
        (), max_length=MOST_AREAS, description="Ids of taxonomy/life_areas.yaml: searched for each"
    )
    soon: Soon | None = Field(None, description="`today`: the numbers for today come first")
    language: Language | None = Field(None, description="The person's language")
    interpreter: bool = Field(False, description="Whether an interpreter is needed")
    without: tuple[TermId, ...] = Field(
        (), max_length=MOST_WITHOUT, description="Ids of an earlier answer's terms taken away"
    )
    provider: tuple[Provider, ...] = Field((), max_length=len(Provider), description="Any of these")
    needs_test: tuple[NeedsTest, ...] = Field(
        (), max_length=len(NeedsTest), description="Any of these"
    )

    @property
    def says_something(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.text or self.who or self.age is not None or self.areas)


class TermKind(StrEnum):
    """What part of a situation a term is."""

    AREA = "area"
    NEED = "need"
    WHO = "who"
    AGE = "age"
    PROVIDER = "provider"
    NEEDS_TEST = "needs_test"


class SituationTerm(Value):
    """Something that was searched with; `without` takes it away."""

    model_config = ConfigDict(populate_by_name=True)

    id: str = Field(description="The same for the same term in the next search")
    kind: TermKind = Field(description="`need`: a clause of the free text; others: a field")
    label: str = Field(
        description="The term in Swedish; what was recognised as personal data is masked"
    )
    from_: Literal["field", "text"] = Field(alias="from", description="Where it was told")
    others: bool = Field(
        False, description="A need of somebody else than the person: who and age do not narrow it"
    )
    loose: bool = Field(
        False, description="Nothing fits the need well: what is nearest comes after other needs'"
    )


class Told(Value):
    """A text of an entry with the passage that holds it verbatim."""

    text: str = Field(description="Verbatim in the passage")
    passage_id: str = Field(description="The passage")


class Named(Value):
    """An entry by name."""

    id: str = Field(description="Service id")
    name: str = Field(description="Name")


class SituationRow(Value):
    """One entry to compare, with what it rests on."""

    card: Card = Field(description="The entry")
    needs: tuple[str, ...] = Field(
        description="Ids of the terms that led to it; empty: a crisis rule puts it there"
    )
    fit: Told | None = Field(description="The sentence that fits best; null: the entry has none")
    suits: Told | None = Field(description="Whom it is for; null: the entry does not say")
    suits_not: Told | None = Field(description="Whom it is not for; null: the entry does not say")
    next_step: Told | None = Field(description="How to begin; null: the entry does not say")
    needs_test_evidence: tuple[EvidenceLine, ...] = Field(
        description="Behind the needs-test; empty where none applies"
    )
    evidence: tuple[EvidenceLine, ...] = Field(description="Behind `fit`")
    replaced_by: tuple[Named, ...] = Field(description="What came instead")
    combines_with: tuple[Named, ...] = Field(description="What it goes together with")
    alternatives: tuple[Named, ...] = Field(description="Other ways")


class SituationAnswer(Value):
    """Entries whose texts fit a situation. Nothing here judges a right, a risk or a person."""

    terms: tuple[SituationTerm, ...] = Field(description="What was searched with, in order")
    masked: str | None = Field(
        description="The text with personal data masked; null: nothing was masked"
    )
    notices: tuple[Notice, ...] = Field(description="Notices, a crisis first")
    reminders: tuple[Told, ...] = Field(description="Sentences to remember in such situations")
    rows: tuple[SituationRow, ...] = Field(description="Entries that are offered, best fit first")
    apart: tuple[SituationRow, ...] = Field(
        description="Planned, ended and historical entries that fit, with what replaced them"
    )
    knowledge_version: str = Field(description="Version of the knowledge that answered")
