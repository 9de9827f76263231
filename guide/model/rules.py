"""Rules as data: what is recognised before anything is searched, and what is said then."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from guide.model.contact import Hours
from guide.model.evidence import Evidence, Slug
from guide.model.patterns import compiles
from guide.model.service import Phrases, Text
from guide.model.terms import Facet, Form
from guide.model.value import Value

MessageKey = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_\-]+)*$")]


class Rule(Value):
    """Matches when any pattern of `any` and none of `unless` is found in the normalised text.

    Patterns are regular expressions over text as `guide.rules.text.normalise` leaves it: NFKC,
    lower case, invisible characters gone, runs of white space and of letters shortened.
    """

    id: Slug
    any: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    message: MessageKey | None = None
    contacts: tuple[Slug, ...] = ()
    services: tuple[Slug, ...] = Field((), description="Entries that are shown first")
    never: tuple[Slug, ...] = Field((), description="Entries that would do harm or hurt here")

    _patterns = field_validator("any", "unless")(compiles)


class DangerRule(Rule):
    """A rule of danger, which may have hints: words that people in danger write, and others as
    well."""

    hints: tuple[str, ...] = Field(
        (), description="Patterns that count only where the message is somewhat like danger"
    )

    _hints = field_validator("hints")(compiles)


class Person(StrEnum):
    """Who writes, as far as the words tell; the values are parts of the texts' keys."""

    CHILD = "barn"
    NEXT_OF_KIN = "anhorig"
    PROFESSIONAL = "yrkesverksam"
    ADULT = "vuxen"


class PersonRule(Value):
    """Words by which a question tells who writes it, matched as a `Rule` is."""

    person: Person
    any: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    contacts: tuple[Slug, ...] = Field((), description="Offered right after the emergency number")
    also: tuple[Slug, ...] = Field((), description="Offered after the crisis rule's own contacts")

    _patterns = field_validator("any", "unless")(compiles)


class NeutralRule(Value):
    """Words that tell what must not decide where somebody is led. Before a message is compared
    with the rules' examples, `instead` takes their place; case counts for nothing."""

    about: Literal["origin", "faith", "married to"]
    any: tuple[str, ...] = Field(min_length=1)
    instead: str = ""

    _patterns = field_validator("any")(compiles)


class UsualHours(Value):
    """When a contact whose source names no hours can be expected to answer.

    Only the order in which contacts are offered rests on it; it is never shown.
    """

    contact: Slug
    hours: tuple[Hours, ...] = Field(min_length=1)


class FacetRule(Value):
    """Words by which a question asks for a facet."""

    facet: Facet
    any: tuple[str, ...] = Field(min_length=1)

    _patterns = field_validator("any")(compiles)


class FormRule(Value):
    """Words by which a question calls for a form of answer other than help."""

    form: Form
    any: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()

    _patterns = field_validator("any", "unless")(compiles)


class Premise(Value):
    """A common false belief with a kind correction."""

    id: Slug
    any: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    phrases: Phrases = Phrases()
    services: tuple[Slug, ...] = Field((), description="Entries that help instead")
    contacts: tuple[Slug, ...] = ()
    correction: dict[str, Text] = Field(description="Text per language; sv is required")
    evidence: tuple[Evidence, ...] = Field(min_length=1)

    _patterns = field_validator("any", "unless")(compiles)

    @field_validator("correction")
    @classmethod
    def _has_swedish(cls, correction: dict[str, str]) -> dict[str, str]:
        if "sv" not in correction:
            raise ValueError("rättelsen saknar svensk text (sv)")
        return correction


class Rulebook(Value):
    """All rules, in the order in which they are tried."""

    crisis: tuple[DangerRule, ...] = ()
    decisions: tuple[Rule, ...] = ()
    scope: tuple[Rule, ...] = ()
    maintenance: tuple[Rule, ...] = ()
    persons: tuple[PersonRule, ...] = ()
    neutral: tuple[NeutralRule, ...] = ()
    hours: tuple[UsualHours, ...] = ()
    facets: tuple[FacetRule, ...] = ()
    forms: tuple[FormRule, ...] = ()
    back: tuple[str, ...] = Field((), description="Words that refer to the question before")
    vague: tuple[str, ...] = Field((), description="Calls for help that tell nothing more")
    today: tuple[str, ...] = Field((), description="Words that ask how things are now")
    needs_test: tuple[str, ...] = Field((), description="Words that ask for a needs assessment")
