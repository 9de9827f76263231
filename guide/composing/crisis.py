"""The notice of a crisis: for the case, the person and the hour."""

import datetime as dt
from collections.abc import Iterator, Sequence

from guide.catalogue.catalogue import Catalogue
from guide.catalogue.messages import Wording
from guide.composing.contact_order import EMERGENCY, ContactOrder, Standing
from guide.model.answer import Notice
from guide.model.rules import Person, Rule
from guide.model.status import NoticeCode
from guide.model.terms import Audience
from guide.rules.findings import Findings

WHEN_CLOSED = "stangt"
"""Ends the key of the text that is said while a contact is closed that the usual text names."""


class CrisisWriter:
    """Writes the crisis notice of one question from texts by people."""

    def __init__(
        self, catalogue: Catalogue, audience: Audience, wording: Wording, now: dt.datetime
    ) -> None:
        self._catalogue = catalogue
        self._audience = audience
        self._wording = wording
        self._now = now
        self._rules = catalogue.knowledge.content.rules
        self._order = ContactOrder(self._rules.hours, now)

    def notice(self, findings: Findings) -> Notice:
        """The first rule's text, what is said to the person beside it, and everybody's contacts.

        The rules' contacts follow one another in the rules' order; the person's own come right
        after the emergency number; then the hour orders them.
        """
        text = self._texts(findings.crisis[0], findings.person)
        known = self._catalogue.contacts
        named = dict.fromkeys(self._contacts(findings.crisis, findings.person))
        ordered = self._order.sorted([known[name] for name in named if name in known])
        views = self._catalogue.views([c.id for c in ordered], self._audience, self._now)
        return Notice(code=NoticeCode.CRISIS, text=text, contacts=views)

    def _texts(self, rule: Rule, person: Person) -> str:
        key = rule.message or ""
        said = self._wording.get(self._by_the_hour(key))
        for own in (f"{key}.{person}", f"person.{person}"):
            if self._wording.has(own):
                return f"{said} {self._wording.get(own)}"
        return said

    def _by_the_hour(self, key: str) -> str:
        """The key of what is said now, which names no closed contact before an open one."""
        other = f"{key}.{WHEN_CLOSED}"
        if not self._wording.has(other):
            return key
        contacts = (self._catalogue.contacts.get(name) for name in self._wording.contacts(key))
        standings = [self._order.standing(c) for c in contacts if c is not None]
        return other if max(standings, default=0) >= Standing.LATER_TODAY else key

    def _contacts(self, rules: Sequence[Rule], person: Person) -> Iterator[str]:
        mine = [rule for rule in self._rules.persons if rule.person is person][:1]
        ruled = [name for rule in rules for name in rule.contacts]
        first = [name for rule in mine for name in rule.contacts]
        if EMERGENCY in ruled:
            yield EMERGENCY
            yield from first
        yield from ruled
        yield from first
        for rule in mine:
            yield from rule.also
