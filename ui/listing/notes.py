"""What staff take along: a list for their own notes, and one to hand over."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from ui.languages import Mixed, Swedish
from ui.listing.entries import Entry, contact_line, made_line, said
from ui.model import Card, Evidence
from ui.parts.card import ages_text, missing_text, needs_test_badge, next_step, status_badge
from ui.parts.citation import evidence_facts
from ui.parts.contact import contact_facts
from ui.parts.desk_row import place
from ui.situation import SituationRow
from ui.wording import ORIGINAL, Wording


def notes(rows: Sequence[SituationRow], words: Wording) -> tuple[Entry, ...]:
    """An entry per row with every source it rests on: document, lines, year."""
    return tuple(
        Entry(row.card.name, row.card.summary, tuple(_note_lines(row, words))) for row in rows
    )


def handed_over(
    cards: Sequence[Card], summaries: Mapping[str, str], words: Wording
) -> tuple[Entry, ...]:
    """An entry per card in the words of the person's language: `summaries` by the entry's id.

    The cards are those that residents may read. Texts that are in Swedish alone are left out where
    the language is another.
    """
    return tuple(
        Entry(
            card.name,
            summaries.get(card.id, card.summary),
            tuple(_plain_lines(card, words)),
            words.language if card.id in summaries else ORIGINAL,
        )
        for card in cards
    )


def head_of_notes(words: Wording, today: dt.date) -> str:
    """Where the list comes from, of which day it is, and what it does not hold."""
    return f"{made_line(words, today)} {words('along.nobody')}"


def text_of(head: str, entries: Sequence[Entry]) -> str:
    """The list as plain text, an empty line between the entries."""
    told = ("\n".join((entry.name, entry.summary, *entry.lines)) for entry in entries)
    return "\n\n".join((head, *told))


def _note_lines(row: SituationRow, words: Wording) -> Iterator[str]:
    card = row.card
    status = status_badge(card, words)
    if status:
        yield status.text
    yield _needs_test(card, words)
    initiated = words("staff.column.initiated_by")
    if card.initiated_by:
        yield said(initiated, card.initiated_by)
    else:
        yield f"{initiated}: {words('staff.not_said')}"
    yield f"{words('staff.column.provider')}: {words.named('provider', card.provider)}"
    yield f"{words('card.ages')}: {ages_text(card.ages, words) or words('staff.not_said')}"
    for why, key in ((row.suits, "desk.suits"), (row.suits_not, "desk.suits_not")):
        if why:
            yield said(words(key), why.text)
    if row.next_step:
        yield said(words("desk.next"), row.next_step.text)
    elif next_step(card, words):
        yield f"{words('desk.next')}: {next_step(card, words)}"
    for contact in card.contacts:
        yield contact_line(contact_facts(contact, words))
    if missing_text(card, words):
        yield missing_text(card, words)
    yield from _sources(row, words)


def _needs_test(card: Card, words: Wording) -> str:
    known = f"{words('staff.column.needs_test')}: {words.named('needs_test', card.needs_test)}"
    note = card.needs_test_note
    return Mixed(f"{known}. ", Swedish(note)) if note else known


def _sources(row: SituationRow, words: Wording) -> Iterator[str]:
    if row.fit:
        yield said(words("along.guide"), row.fit.text)
    evidence = (*row.evidence, *row.needs_test_evidence)
    yield from dict.fromkeys(_source(line, words) for line in evidence)


def _source(line: Evidence, words: Wording) -> str:
    return Mixed(f"{words('along.source')}: ", place(evidence_facts(line, words)))


def _plain_lines(card: Card, words: Wording) -> Iterator[str]:
    badges = (status_badge(card, words), needs_test_badge(card, words))
    yield from (badge.text for badge in badges if badge)
    for contact in card.contacts:
        known = contact_facts(contact, words)
        reach = ", ".join(text for text in (contact.phone, contact.url) if text)
        hours = ". ".join(text for text in known.hours if text)
        rest = (f": {reach}" if reach else "") + (f" ({hours})" if hours else "")
        yield Mixed(Swedish(contact.label), rest)
    if words.language == "sv" and card.who_it_is_for:
        yield f"{words('card.for')}: {card.who_it_is_for}"
    after = next_step(card, words)
    if after:
        yield f"{words('card.then')}: {after}"
