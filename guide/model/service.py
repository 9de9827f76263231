"""One entry of the catalogue: all that an answer can lead to."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from guide.model.evidence import Evidence, Slug
from guide.model.terms import (
    Audience,
    Facet,
    Kind,
    Language,
    NeedsTest,
    PreventionLevel,
    Provider,
    Role,
    ServiceStatus,
)
from guide.model.value import Value

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Ages(Value):
    """Sourced age range in whole years, both ends included; null: no limit stated."""

    min: int | None = Field(None, ge=0, le=120, description="Youngest; null: no limit stated")
    max: int | None = Field(None, ge=0, le=120, description="Oldest; null: no limit stated")
    note: str = Field("", description="What the source adds")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("ange min eller max, eller ta bort ages")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min är större än max")
        return self

    def admits(self, age: int) -> bool:
        """False only when the sourced range rules the age out."""
        return (self.min is None or age >= self.min) and (self.max is None or age <= self.max)


class Summary(Value):
    """Two or three sentences on what the entry is, per language; `easy` is lättläst Swedish."""

    sv: Text
    easy: Text | None = None
    en: Text | None = None
    ar: Text | None = None
    uk: Text | None = None
    so: Text | None = None
    fa: Text | None = None
    drafts: tuple[Language, ...] = Field(
        (), description="Languages whose text awaits a native reader"
    )

    def text(self, language: Language) -> str | None:
        """The text in the language, else None."""
        found: str | None = getattr(self, language.value)
        return found


class Phrases(Value):
    """What people say when they need this entry: everyday words, never evaluation questions.

    They are only searched with, never shown, so a draft does no harm that a reader could see.
    """

    sv: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()
    ar: tuple[Text, ...] = ()
    uk: tuple[Text, ...] = ()
    so: tuple[Text, ...] = ()
    fa: tuple[Text, ...] = ()

    def of(self, language: Language) -> tuple[str, ...]:
        """The phrases in the language."""
        found: tuple[str, ...] = getattr(self, language.value)
        return found

    def all(self) -> tuple[str, ...]:
        """The phrases in every language."""
        return tuple(phrase for language in Language for phrase in self.of(language))


class Section(Value):
    """A part of the entry's text. Each becomes one or more passages."""

    role: Role
    title: Text
    text: Text
    evidence: tuple[Slug, ...] = Field(min_length=1)
    audience: Audience = Audience.RESIDENT


class Service(Value):
    """An entry. Fields that no source fills stay null and are told as missing."""

    id: Slug
    name: Text
    kind: Kind
    aliases: tuple[Text, ...] = ()
    audience: Audience = Audience.RESIDENT
    status: ServiceStatus
    as_of: int | None = Field(
        ge=1990, le=2100, description="Year of the newest source; null: undated"
    )
    needs_test: NeedsTest
    needs_test_note: str = ""
    prevention_level: PreventionLevel | None = Field(
        None, description="As a source classes this very entry; null: no source does"
    )
    provider: Provider
    who_it_is_for: Text
    ages: Ages | None = None
    groups: tuple[Slug, ...] = ()
    life_areas: tuple[Slug, ...] = ()
    initiated_by: Text | None = Field(None, description="Who starts it; null: no source says")
    contacts: tuple[Slug, ...] = Field(min_length=1)
    cost: Text | None = None
    waiting_time: Text | None = None
    documentation: Text | None = Field(None, description="What is recorded; null: no source says")
    place: Text | None = Field(None, description="Where, when the source says it outside contacts")
    alternatives: tuple[Slug, ...] = ()
    combines_with: tuple[Slug, ...] = ()
    replaced_by: tuple[Slug, ...] = ()
    by_rule_only: bool = Field(
        False, description="Shown only when a rule puts it first or the question names it"
    )
    not_missing: tuple[Facet, ...] = Field((), description="Facets that make no sense here")
    summary: Summary
    phrases: Phrases = Phrases()
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = ()

    @model_validator(mode="after")
    def _evidence_resolves(self) -> Self:
        known = {item.id for item in self.evidence}
        for section in self.sections:
            unknown = sorted(set(section.evidence) - known)
            if unknown:
                raise ValueError(f"avsnittet '{section.title}' nämner okänd källa {unknown}")
        return self

    def evidence_for(self, field: str) -> tuple[str, ...]:
        """Ids of the evidence that supports the named field."""
        return tuple(item.id for item in self.evidence if field in item.supports)
