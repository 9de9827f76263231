"""Everything the guide knows, as one value with a version."""

import datetime as dt

from pydantic import Field

from guide.model.contact import Contact
from guide.model.discriminant import Discriminant
from guide.model.evidence import Source
from guide.model.likeness import Likenesses
from guide.model.passage import Passage
from guide.model.prompt import Prompt
from guide.model.rules import Premise, Rulebook
from guide.model.service import Phrases, Service, Text
from guide.model.situation_rules import GlossaryTerm, SituationRules
from guide.model.terms import Language
from guide.model.value import Value


class Term(Value):
    """A taxonomy term with its label per language, and everyday Swedish words that a situation
    search looks for in its place."""

    id: str
    label: dict[str, str]
    search: tuple[Text, ...] = ()


class Content(Value):
    """What the editors wrote, checked but not yet searchable."""

    services: tuple[Service, ...]
    elsewhere: tuple[str, ...] = Field((), description="Ids of entries under elsewhere/")
    examples: dict[str, Phrases] = Field(
        default_factory=dict, description="Further messages that an entry fits, by its id"
    )
    contacts: tuple[Contact, ...]
    sources: tuple[Source, ...]
    premises: tuple[Premise, ...] = ()
    rules: Rulebook = Rulebook()
    rule_examples: dict[str, Phrases] = Field(
        default_factory=dict, description="Messages that a rule is there for, by its id"
    )
    groups: tuple[Term, ...] = ()
    life_areas: tuple[Term, ...] = ()
    situations: SituationRules = SituationRules()
    glossary: tuple[GlossaryTerm, ...] = ()
    given_names: tuple[str, ...] = Field((), description="Common given names, masked in notes")
    messages: dict[str, dict[str, str]] = Field(default_factory=dict)
    prompts: dict[Language, Prompt] = Field(
        default_factory=dict, description="What a chat model is told, by the answer's language"
    )


class Knowledge(Value):
    """A published state: content, its passages, what made their vectors, and what was learned of
    which questions belong to which entry and which messages are like a rule's examples."""

    version: str
    built_at: dt.datetime
    embedder: str
    content: Content
    passages: tuple[Passage, ...]
    discriminant: Discriminant
    likenesses: Likenesses = Likenesses()
    taught: str = Field("", description="Names all that the two were learned from")
