"""Whether a contact is open at a moment, in Swedish time."""

import datetime as dt
from zoneinfo import ZoneInfo

from guide.model.contact import Contact, Day, Hours

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def open_now(contact: Contact, now: dt.datetime) -> bool | None:
    """None when no source states hours. `now` carries a time zone. Holidays are not known."""
    if contact.hours is None:
        return None
    local = now.astimezone(STOCKHOLM)
    clock = local.strftime("%H:%M")
    today = _DAYS[local.weekday()]
    return any(_covers(interval, today, clock) for interval in contact.hours)


def _covers(interval: Hours, day: Day, clock: str) -> bool:
    return day in interval.days and interval.start <= clock < interval.until
