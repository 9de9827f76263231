"""The next time that each number of the list opens, as an iCalendar file (RFC 5545)."""

import datetime as dt
from collections.abc import Iterable, Iterator

from ui.listing.entries import STOCKHOLM
from ui.model import Card, Contact, Hours
from ui.parts.contact import WEEK
from ui.wording import Wording

DAYS_AHEAD = 8
MINUTES = 30
FOLD = 73


def as_calendar(cards: Iterable[Card], words: Wording, now: dt.datetime) -> str:
    """An event per number whose hours are known; empty where no hours are. `now` has a zone."""
    events = [
        _event(contact, opens, words, now)
        for contact in _contacts(cards)
        if (opens := next_opening(contact, now))
    ]
    if not events:
        return ""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Helsingborg//Stodguiden//SV"]
    lines = [*head, *(line for event in events for line in event), "END:VCALENDAR"]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def next_opening(contact: Contact, now: dt.datetime) -> dt.datetime | None:
    """When the contact opens next after now; None without hours and for one that never closes."""
    today = now.astimezone(STOCKHOLM).date()
    starts = (
        start
        for ahead in range(DAYS_AHEAD)
        for start in _starts(contact.hours or (), today + dt.timedelta(days=ahead))
        if start > now
    )
    return None if _never_closes(contact.hours or ()) else min(starts, default=None)


def _starts(spans: Iterable[Hours], day: dt.date) -> Iterator[dt.datetime]:
    for span in spans:
        if WEEK[day.weekday()] in span.days:
            hour, minute = (int(part) for part in span.from_.split(":"))
            yield dt.datetime.combine(day, dt.time(hour, minute), STOCKHOLM)


def _never_closes(spans: Iterable[Hours]) -> bool:
    whole = {day for s in spans if (s.from_, s.to) == ("00:00", "24:00") for day in s.days}
    return whole == set(WEEK)


def _contacts(cards: Iterable[Card]) -> tuple[Contact, ...]:
    found = {c.id: c for card in cards for c in card.contacts if c.phone}
    return tuple(found.values())


def _event(
    contact: Contact, opens: dt.datetime, words: Wording, now: dt.datetime
) -> tuple[str, ...]:
    summary = words("human.call", name=contact.label, phone=contact.phone)
    return (
        "BEGIN:VEVENT",
        f"UID:{contact.id}-{_utc(opens)}@stodguiden",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(opens)}",
        f"DTEND:{_utc(opens + dt.timedelta(minutes=MINUTES))}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(contact.note)}",
        "END:VEVENT",
    )


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; a line that goes on begins with a space."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > FOLD:
            yield part
            part = " "
        part += sign
    yield part
