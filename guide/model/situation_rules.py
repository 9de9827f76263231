"""What a situation search is told by editors: words, sentences to remind of, labels."""

from enum import StrEnum

from pydantic import Field, field_validator

from guide.model.evidence import Slug
from guide.model.patterns import compiles
from guide.model.service import Ages, Text
from guide.model.terms import NeedsTest, Provider
from guide.model.value import Value


class Who(StrEnum):
    """Whom a situation is about."""

    CHILD = "child"
    YOUTH = "youth"
    ADULT = "adult"
    FAMILY = "family"
    NEXT_OF_KIN = "next_of_kin"


class Quoted(Value):
    """A text that stands verbatim in an entry's own texts."""

    entry: Slug = Field(description="Id of the entry")
    text: Text = Field(description="Verbatim in its summary or in one of its sections")


class Reminder(Quoted):
    """A sentence to remember in a kind of situation. Every condition that is set must hold."""

    id: Slug
    ages: Ages | None = Field(None, description="The person's age lies within, both ends included")
    interpreter: bool = Field(False, description="An interpreter or another language is needed")
    soon: tuple[Slug, ...] = Field((), description="How soon contact is needed: any of these")


class Persons(Value):
    """One value of `Who`: its label, the groups that are preferred, and what is searched for
    where nothing else is told."""

    who: Who
    label: Text
    groups: tuple[Slug, ...] = Field(min_length=1)
    search: Text


class SituationRules(Value):
    """All that editors decide of the situation search."""

    persons: tuple[Persons, ...] = ()
    age: Text = Field("{age} år", description="Label of an age; {age} is filled in")
    provider: dict[Provider, Text] = Field(default_factory=dict, description="Labels")
    needs_test: dict[NeedsTest, Text] = Field(default_factory=dict, description="Labels")
    kin_of_young: tuple[str, ...] = Field(
        (), description="Words of a clause that is about somebody else than a child or youth"
    )
    kin_of_grown: tuple[str, ...] = Field(
        (), description="Words of a clause that is about somebody else than an adult"
    )
    not_for: tuple[Quoted, ...] = Field(
        (), description="Sentences by which entries tell whom they are not for"
    )
    today: tuple[Slug, ...] = Field((), description="Contacts told when contact is needed today")
    reminders: tuple[Reminder, ...] = ()

    _patterns = field_validator("kin_of_young", "kin_of_grown")(compiles)


class GlossaryTerm(Quoted):
    """A word or an abbreviation with the sentence that explains it."""

    term: Text
    also: tuple[Text, ...] = Field((), description="Other forms of the word")
