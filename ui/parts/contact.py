"""How a contact record reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.model import Contact, Hours
from ui.wording import Wording

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class ContactFacts:
    """What a contact says in words: `hours` and `open` are empty where no source says."""

    contact: Contact
    hours: tuple[str, ...]
    open: str
    checked: str


def contact_facts(contact: Contact, words: Wording) -> ContactFacts:
    always = _is_always_open(contact.hours)
    return ContactFacts(
        contact=contact,
        hours=() if always else tuple(_hours_line(span, words) for span in contact.hours or ()),
        open=words("contact.always") if always else _open_word(contact.open_now, words),
        checked=_checked(contact, words),
    )


def _open_word(open_now: bool | None, words: Wording) -> str:
    if open_now is None:
        return ""
    return words("contact.open" if open_now else "contact.closed")


def _checked(contact: Contact, words: Wording) -> str:
    if contact.verified is None:
        return words("contact.undated")
    return words("contact.verified", month=contact.verified.strftime("%Y-%m"))


def _is_always_open(hours: Sequence[Hours] | None) -> bool:
    whole = {day for span in hours or () if _whole_day(span) for day in span.days}
    return whole == set(WEEK)


def _whole_day(span: Hours) -> bool:
    return span.from_ == "00:00" and span.to == "24:00"


def _hours_line(span: Hours, words: Wording) -> str:
    return f"{_days(span.days, words)} {_clock(span.from_)}–{_clock(span.to)}"


def _clock(time: str) -> str:
    return time.removeprefix("0").replace(":00", "") if time != "00:00" else "0"


def _days(days: Sequence[str], words: Wording) -> str:
    """Runs of three or more days as first–last: mån–ons, fre."""
    indexes = sorted(WEEK.index(day) for day in days if day in WEEK)
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return ", ".join(_run(run, words) for run in runs)


def _run(run: Sequence[int], words: Wording) -> str:
    names = [words.named("days", WEEK[index]) for index in run]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)
