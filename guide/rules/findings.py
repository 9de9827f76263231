"""What inspection of a question found."""

from guide.model.rules import Premise, Rule
from guide.model.terms import Facet, Language
from guide.model.value import Value
from guide.rules.personal_data import PersonalData


class Findings(Value):
    """All that is known of a question before anything is searched.

    `text` is masked, in its original case; `normalised` is the form of `text` that patterns are
    matched against. `crisis` holds every rule that matches, in the rulebook's order; `decision`,
    `scope` and `maintenance` the first one. `age` is the only age stated, in whole years.
    """

    text: str
    normalised: str
    language: Language
    masked: frozenset[PersonalData] = frozenset()
    crisis: tuple[Rule, ...] = ()
    decision: Rule | None = None
    scope: Rule | None = None
    maintenance: Rule | None = None
    facets: frozenset[Facet] = frozenset()
    premises: tuple[Premise, ...] = ()
    asks_today: bool = False
    asks_needs_test: bool = False
    age: int | None = None

    @property
    def services(self) -> tuple[str, ...]:
        """Entries that rules and corrections put first, each once."""
        decided = self.decision.services if self.decision is not None else ()
        named = [
            *(name for rule in self.crisis for name in rule.services),
            *decided,
            *(name for premise in self.premises for name in premise.services),
        ]
        return tuple(dict.fromkeys(named))
