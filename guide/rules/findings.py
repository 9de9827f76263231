"""What inspection of a question found."""

from collections.abc import Iterable

from guide.model.rules import Person, Premise, Rule
from guide.model.terms import Facet, Form, Language
from guide.model.value import Value
from guide.rules.personal_data import PersonalData


class Findings(Value):
    """All that is known of a question before anything is searched.

    `text` is what is searched: without personal data, in its original case; `normalised` is the
    form of it that patterns are matched against. `crisis` holds every rule that matches, in the
    rulebook's order, or the one whose examples the question is like: then its notice is shown,
    and no entry is put first for it, for likeness errs; `decision`, `scope` and `maintenance` the
    first one. Where `scope` is one whose examples the question is like, an entry that fits may
    know better. `may_be_elsewhere` is false where the question sounds like nothing that others
    answer for. `person` is who writes; `age` is the only age stated, in whole years. `form` is the
    kind of answer asked for; `vague` a call for help that tells nothing more. `about` are entries
    that the earlier answer led to, where a question for a fact may leave out what it is about;
    where it leans on an earlier question, `text` begins with that one.
    """

    text: str
    normalised: str
    language: Language
    masked: frozenset[PersonalData] = frozenset()
    crisis: tuple[Rule, ...] = ()
    crisis_by_likeness: bool = False
    person: Person = Person.ADULT
    decision: Rule | None = None
    scope: Rule | None = None
    scope_by_likeness: bool = False
    may_be_elsewhere: bool = True
    maintenance: Rule | None = None
    facets: frozenset[Facet] = frozenset()
    premises: tuple[Premise, ...] = ()
    asks_today: bool = False
    asks_needs_test: bool = False
    age: int | None = None
    form: Form = Form.HELP
    vague: bool = False
    about: tuple[str, ...] = ()

    @property
    def urgent(self) -> tuple[str, ...]:
        """Entries that crisis rules put first, each once; none where only examples were alike."""
        return () if self.crisis_by_likeness else services_of(self.crisis)

    @property
    def never(self) -> frozenset[str]:
        """Entries that a crisis rule rules out and no other puts first."""
        return frozenset(name for rule in self.crisis for name in rule.never) - {
            *services_of(self.crisis)
        }

    @property
    def instead(self) -> tuple[str, ...]:
        """Entries that help when the question asks for a decision or rests on a false belief."""
        decided = (self.decision,) if self.decision is not None else ()
        return services_of((*decided, *self.premises))


def services_of(rules: Iterable[Rule | Premise]) -> tuple[str, ...]:
    """The entries that the rules name, each once, in the rules' order."""
    return tuple(dict.fromkeys(name for rule in rules for name in rule.services))
