"""What a kept card says when it leaves the screen."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from ui.languages import Mixed, Swedish
from ui.model import Card
from ui.parts.card import ages_text, missing_text, needs_test_badge, next_step, status_badge
from ui.parts.contact import ContactFacts, contact_facts
from ui.wording import ORIGINAL, Wording

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def said(label: str, text: str) -> Mixed:
    """A line of a label in the language of the list and a text in Swedish."""
    return Mixed(f"{label}: ", Swedish(text))


@dataclass(frozen=True)
class Entry:
    """A card's name and the lines under it; `language` is that of the summary."""

    name: str
    summary: str
    lines: tuple[str, ...]
    language: str = ORIGINAL


def entries(cards: Iterable[Card], words: Wording) -> tuple[Entry, ...]:
    return tuple(Entry(card.name, card.summary, tuple(_lines(card, words))) for card in cards)


def made_line(words: Wording, today: dt.date) -> str:
    """Where the list comes from, and of which day it is."""
    return words("list.made", date=today.isoformat())


def as_text(cards: Sequence[Card], words: Wording, today: dt.date) -> str:
    """The list as plain text, an empty line between the entries."""
    told = ("\n".join((e.name, e.summary, *e.lines)) for e in entries(cards, words))
    return "\n\n".join((made_line(words, today), *told))


def _lines(card: Card, words: Wording) -> Iterable[str]:
    badges = (status_badge(card, words), needs_test_badge(card, words))
    yield from (badge.text for badge in badges if badge)
    for contact in card.contacts:
        yield contact_line(contact_facts(contact, words))
    named = (
        ("card.for", card.who_it_is_for),
        ("card.ages", ages_text(card.ages, words)),
        ("card.start", card.initiated_by),
        ("card.then", next_step(card, words)),
        ("card.cost", card.cost),
    )
    yield from (f"{words(key)}: {text}" for key, text in named if text)
    missing = missing_text(card, words)
    if missing:
        yield missing


def contact_line(facts: ContactFacts) -> str:
    """Whom, how and when, and whether somebody has checked it."""
    contact = facts.contact
    reach = (contact.phone, contact.email, contact.url, contact.address)
    shown = ", ".join(text for text in reach if text)
    known = ". ".join(text for text in (*facts.hours, facts.checked) if text)
    return Mixed(Swedish(contact.label), f": {shown} ({known})" if shown else f" ({known})")
