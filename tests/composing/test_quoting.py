"""Quotes from documents: verbatim, dated, to the point, and nothing that was said already."""

import pytest

from guide.catalogue.messages import Messages
from guide.composing.quoting import DocumentQuoter, unsaid
from guide.grounding.verify import Drafted, Verifier
from guide.model.terms import Language
from guide.retrieval.passages import Hit
from tests.small_catalogue import messages
from tests.small_documents import document_passage

QUESTION = "Hur gick det med målet om skolfrånvaro?"
MISSED = "Målet om minskad skolfrånvaro kommer inte att nås."
BETTER = "Skolfrånvaron har minskat sedan målet sattes."


def quoted(*hits: Hit, language: Language = Language.SV) -> list[Drafted]:
    return DocumentQuoter(Messages(messages(), {}), language).candidates(QUESTION, hits)


def hit(text: str, document: str = "P26", year: int | None = 2026) -> Hit:
    return Hit(document_passage(text, document, year), 1.0, 0.9, 3.0)


def test_a_quote_stands_verbatim_and_is_led_by_the_document_and_its_year() -> None:
    (quote,) = quoted(hit(f"Året var långt. {MISSED} Personalen trivs."))
    assert quote.text == quote.quote == MISSED
    assert quote.shown == f"Ur Plan P26 (2026): {MISSED}"
    assert Verifier([]).faults(quote) == ()


def test_a_year_that_the_title_tells_is_not_told_twice() -> None:
    passage = document_passage(MISSED, "Plan-2026")
    (quote,) = quoted(Hit(passage, 1.0, 0.9, 3.0))
    assert quote.lead == "Ur Plan Plan-2026: "


def test_a_document_without_a_year_is_named_without_one() -> None:
    (quote,) = quoted(hit(MISSED, year=None))
    assert quote.lead == "Ur Plan P26: "


def test_a_sentence_that_shares_one_word_with_the_question_is_not_quoted() -> None:
    assert quoted(hit("Målet är en budget i balans.")) == []


def test_a_table_too_long_to_read_is_not_quoted() -> None:
    assert quoted(hit(f"Målet skolfrånvaro {'12,5 procent ' * 40}")) == []


def test_the_newest_document_is_quoted_first_and_the_older_one_stays() -> None:
    found = quoted(hit(MISSED, "R25", 2025), hit(BETTER))
    assert [quote.text for quote in unsaid(QUESTION, found, [])] == [BETTER, MISSED]


def test_what_an_entry_has_said_is_not_quoted_again() -> None:
    (quote,) = quoted(hit(MISSED))
    said = Drafted(MISSED, MISSED, quote.passage)
    assert unsaid(QUESTION, [quote], [said]) == []


def test_two_quotes_are_the_most() -> None:
    texts = ("Målet för skolfrånvaro gäller elever i årskurs nio.",
             "Ett mål mot skolfrånvaro antogs av nämnden redan tidigare.",
             "Skolfrånvaro mäts på våren, och målet följs upp av förvaltningen.")  # fmt: skip
    assert len(unsaid(QUESTION, quoted(*(hit(text) for text in texts)), [])) == 2


@pytest.mark.parametrize("language", [Language.EN, Language.SO])
def test_every_language_gets_a_lead(language: Language) -> None:
    (quote,) = quoted(hit(MISSED), language=language)
    assert quote.shown.endswith(MISSED)
    assert quote.lead
