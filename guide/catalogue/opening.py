"""Whether a contact is open at a moment, in Swedish time."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from guide.model.contact import Contact, Day, Hours

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def open_now(contact: Contact, now: dt.datetime) -> bool | None:
    """None when no source states hours. `now` carries a time zone. Holidays are not known."""
    return None if contact.hours is None else is_open(contact.hours, now)


def is_open(hours: Sequence[Hours], now: dt.datetime) -> bool:
    """Whether the moment lies within one of the intervals."""
    day, clock = _local(now)
    return any(day in i.days and i.start <= clock < i.until for i in hours)


def opens_later(hours: Sequence[Hours], now: dt.datetime) -> bool:
    """Whether an interval begins later on the moment's day."""
    day, clock = _local(now)
    return any(day in i.days and clock < i.start for i in hours)


def _local(now: dt.datetime) -> tuple[Day, str]:
    local = now.astimezone(STOCKHOLM)
    return _DAYS[local.weekday()], local.strftime("%H:%M")
