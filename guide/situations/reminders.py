"""Sentences of the knowledge that are easily forgotten in a kind of situation."""

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.quotes import quoted
from guide.model.situation import Situation, Told
from guide.model.situation_rules import Reminder
from guide.model.terms import Audience, Language


class Reminding:
    """Tells the reminders of a situation, each from its entry."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def reminders(self, situation: Situation, age: int | None) -> tuple[Told, ...]:
        """Those whose every condition holds, in the editors' order. `age` is None where danger
        goes before what is remembered of an age."""
        rules = self._catalogue.knowledge.content.situations.reminders
        wanted = (rule for rule in rules if _holds(rule, situation, age))
        found = (quoted(self._catalogue, rule, Audience.STAFF) for rule in wanted)
        return tuple(told for told in found if told is not None)


def _holds(rule: Reminder, situation: Situation, age: int | None) -> bool:
    foreign = situation.language not in (None, Language.SV)
    if rule.ages is not None and (age is None or not rule.ages.admits(age)):
        return False
    if rule.interpreter and not (situation.interpreter or foreign):
        return False
    return not rule.soon or situation.soon in rule.soon
