"""Who writes: a child, next of kin, a professional, or any adult."""

from collections.abc import Iterable

from guide.model.rules import Person, PersonRule
from guide.model.terms import Audience
from guide.rules.matching import RuleMatcher


class PersonReader:
    """Holds the compiled rules; safe to share between threads."""

    def __init__(self, rules: Iterable[PersonRule]) -> None:
        self._rules = RuleMatcher(rules)

    def who(self, text: str, audience: Audience) -> Person:
        """Whom the first rule names that matches the normalised text; an adult when none does.

        Staff who have logged in are professionals, whatever they write.
        """
        if audience is Audience.STAFF:
            return Person.PROFESSIONAL
        found = self._rules.first(text)
        return Person.ADULT if found is None else found.person
