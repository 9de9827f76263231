"""The order in which contacts are offered at a given hour."""

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import IntEnum

from guide.catalogue.opening import is_open, opens_later
from guide.model.contact import Contact, Hours
from guide.model.rules import UsualHours

EMERGENCY = "112"
"""Id of the contact that is always first where it is offered at all."""


class Standing(IntEnum):
    """How soon somebody answers: lower is sooner."""

    EMERGENCY = 0
    OPEN = 1
    UNKNOWN = 2
    UNUSUAL = 3
    LATER_TODAY = 4
    CLOSED = 5


class ContactOrder:
    """Orders contacts by the hour; none is left out.

    A contact whose hours nobody states may answer, so it stands before those known to be closed;
    where it has usual hours, it counts as open within them, and last of its kind outside.
    """

    def __init__(self, usual: Sequence[UsualHours], now: dt.datetime) -> None:
        self._usual: Mapping[str, tuple[Hours, ...]] = {u.contact: u.hours for u in usual}
        self._now = now

    def sorted(self, contacts: Sequence[Contact]) -> list[Contact]:
        """The emergency number, then who answers soonest; else as given, each contact once."""
        once = {contact.id: contact for contact in contacts}
        return sorted(once.values(), key=self.standing)

    def standing(self, contact: Contact) -> Standing:
        if contact.id == EMERGENCY:
            return Standing.EMERGENCY
        if contact.hours is None:
            return self._unstated(contact)
        if is_open(contact.hours, self._now):
            return Standing.OPEN
        later = opens_later(contact.hours, self._now)
        return Standing.LATER_TODAY if later else Standing.CLOSED

    def _unstated(self, contact: Contact) -> Standing:
        usual = self._usual.get(contact.id)
        if usual is None:
            return Standing.UNKNOWN
        return Standing.OPEN if is_open(usual, self._now) else Standing.UNUSUAL
