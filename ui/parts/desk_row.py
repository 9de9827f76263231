"""A row of the table that staff compare in, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from ui.languages import Mixed, Swedish
from ui.model import Evidence
from ui.parts.card import Badge, ages_text, missing_text, needs_test_badge, next_step, status_badge
from ui.parts.citation import EvidenceFacts, evidence_facts
from ui.parts.contact import ContactFacts, contact_facts
from ui.parts.press import press_key
from ui.situation import SituationRow, Term
from ui.wording import Wording


@dataclass(frozen=True)
class RowFacts:
    """What a row says. `takes`, `opens`, `tests` and `lacks` are keys of presses."""

    row: SituationRow
    needs: tuple[Term, ...]
    test: Badge | None
    status: Badge | None
    year: str
    ages: str
    next_step: str
    missing: str
    fit_source: str
    test_source: str
    contacts: tuple[ContactFacts, ...]
    taken: bool
    takes: str
    opens: str
    tests: str
    lacks: str


def row_facts(row: SituationRow, terms: Iterable[Term], words: Wording, *, taken: bool) -> RowFacts:
    card = row.card
    known = {term.id: term for term in terms}
    return RowFacts(
        row=row,
        needs=tuple(known[need] for need in row.needs if need in known),
        test=needs_test_badge(card, words),
        status=status_badge(card, words),
        year=str(card.as_of) if card.as_of else words("source.undated"),
        ages=ages_text(card.ages, words),
        next_step=row.next_step.text if row.next_step else next_step(card, words),
        missing=missing_text(card, words),
        fit_source=source_line(row.evidence, words),
        test_source=source_line(row.needs_test_evidence, words),
        contacts=tuple(contact_facts(contact, words) for contact in card.contacts[:2]),
        taken=taken,
        takes=press_key("take", card.id),
        opens=press_key("open", card.id),
        tests=press_key("test", card.id),
        lacks=press_key("lacks", card.id),
    )


def source_line(evidence: Iterable[Evidence], words: Wording) -> str:
    """The newest document in one line, with its lines and year; empty without evidence."""
    newest = sorted(evidence, key=lambda line: line.as_of or 0, reverse=True)[:1]
    return next((place(evidence_facts(line, words)) for line in newest), "")


def place(facts: EvidenceFacts) -> str:
    """`Title, rad 12-14, 2025`; a year that ends the line already is not said again."""
    said = not facts.lines and facts.title.endswith(f" {facts.year}")
    told = (f", {part}" for part in (facts.lines, "" if said else facts.year) if part)
    return Mixed(Swedish(facts.title), *told)
