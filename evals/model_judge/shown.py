"""An answer as the judge is shown it: what the person who asked meets, and the texts it cites."""

from collections.abc import Iterable, Iterator, Mapping

import regex

from guide.model.answer import Answer, Card, Citation, ContactView
from guide.model.passage import Passage
from guide.model.terms import NeedsTest, Shelf

CARDS = 3
CONTACTS = 2
"""Of a card."""
MOST_CHARACTERS = 1500
"""Of a cited text; of a longer one, and of a document, the quote alone is shown."""
NEEDS_TEST: Mapping[NeedsTest, str] = {
    NeedsTest.NONE: "none",
    NeedsTest.REQUIRED: "comes first",
    NeedsTest.PARTLY: "for some of it",
    NeedsTest.UNKNOWN: "not told by the sources",
    NeedsTest.NOT_APPLICABLE: "does not apply",
}
_FENCE = regex.compile(r"<\s*/?\s*material\b[^>]*>", regex.I)


def shown(question: str, answer: Answer, passages: Mapping[str, Passage]) -> str:
    """The question, the notices, the numbered sentences, the first cards and the cited texts.

    `question` is without personal data. Each part is one line, so that no text can pass for another
    part, and marks of the fence that stand in it are taken out.
    """
    parts = [f"QUESTION: {question}", *_notices(answer), *_sentences(answer)]
    for card in answer.services[:CARDS]:
        parts += _card(card)
    return "\n".join(map(_line, [*parts, *_cited(answer.citations, passages)]))


def quotable(answer: Answer, passages: Mapping[str, Passage]) -> str:
    """What a quote may be taken from, with single spaces: the answer and the texts it cites,
    without the question, and without the words that only tell the parts apart."""
    parts = [notice.text for notice in answer.notices]
    parts += [sentence.text for sentence in answer.sentences]
    contacts = [contact for notice in answer.notices for contact in notice.contacts]
    for card in answer.services[:CARDS]:
        parts += [card.name, card.summary, card.needs_test_note]
        contacts += card.contacts[:CONTACTS]
    parts += [_facts(contact) for contact in contacts]
    parts += [_text(citation, passages) for citation in answer.citations]
    return "\n".join(map(_line, parts))


def _line(part: str) -> str:
    return " ".join(_FENCE.sub(" ", part).split())


def _notices(answer: Answer) -> Iterator[str]:
    for notice in answer.notices:
        yield f"NOTICE {notice.code}: {notice.text}"
        yield from map(_contact, notice.contacts)


def _sentences(answer: Answer) -> Iterator[str]:
    if not answer.sentences:
        yield "SENTENCES: none"
    for number, sentence in enumerate(answer.sentences, 1):
        marks = "".join(f"[{n}]" for n in sentence.cites)
        yield f"SENTENCE {number}: {sentence.text} {marks}"


def _card(card: Card) -> Iterator[str]:
    year = f", as of {card.as_of}" if card.as_of else ""
    yield f"CARD {card.name} ({card.status}{year}): {card.summary}"
    yield f"NEEDS ASSESSMENT {NEEDS_TEST[card.needs_test]}. {card.needs_test_note}"
    yield from map(_contact, card.contacts[:CONTACTS])


def _contact(contact: ContactView) -> str:
    return f"CONTACT {_facts(contact)}"


def _facts(contact: ContactView) -> str:
    facts = (contact.phone, contact.email, contact.url, contact.address)
    return f"{contact.label}: {', '.join(fact for fact in facts if fact) or contact.note}"


def _cited(citations: Iterable[Citation], passages: Mapping[str, Passage]) -> Iterator[str]:
    """Each text once, with all its numbers."""
    numbers: dict[str, str] = {}
    for citation in citations:
        text = f"{citation.title}: {_text(citation, passages)}"
        numbers[text] = f"{numbers.get(text, '')}[{citation.n}]"
    yield from (f"CITED TEXT {marks} {text}" for text, marks in numbers.items())


def _text(citation: Citation, passages: Mapping[str, Passage]) -> str:
    passage = passages.get(citation.passage_id)
    if passage is None or passage.shelf is not Shelf.ENTRIES:
        return citation.quote
    return passage.text if len(passage.text) <= MOST_CHARACTERS else citation.quote
