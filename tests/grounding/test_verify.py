"""Only what holds in the quote is shown."""

import pytest

from guide.grounding.verify import Drafted, Verifier
from guide.model.passage import Passage

NAMES = ("Karpen", "Krimteamet", "IPS", "SIP", "Råd- och stödtelefonen")
VERIFIER = Verifier(NAMES)


def faults(text: str, quote: str, passage: str | None = None) -> tuple[str, ...]:
    found = Passage(id="a:om-1", service_id="a", title="A", text=passage or quote)
    return VERIFIER.faults(Drafted(text, quote, found))


@pytest.mark.parametrize(
    "sentence",
    [
        "Karpen har öppet 8–16 och når dig inte på helger.",
        "You do not need an assessment for support from Karpen.",
        "Ring 042-10 50 00 utan behovsprövning, eller fråga IPS.",
    ],
)
def test_a_sentence_that_is_its_own_quote_holds(sentence: str) -> None:
    assert faults(sentence, sentence) == ()


def test_white_space_and_case_do_not_count() -> None:
    assert faults("karpen ger  stöd", "Karpen ger stöd", "Hej. Karpen\nger   stöd.") == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ring 042-10 50 01.", "Ring 042-10 50 00."),
        ("Det kostar 300 kronor.", "Det kostar en avgift."),
        ("Från 15 år.", "Från 18 år."),
        ("Öppet 8–16 och 8–12.", "Öppet 8–16 och till 12."),
        ("It costs 1,5 per day.", "It costs 15 per day."),
        ("Open since 2021.", "Open since 2017."),
    ],
)
def test_a_number_must_stand_in_the_quote(text: str, quote: str) -> None:
    assert "number" in faults(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Från 18 år.", "Stödet är till för dig från 18 år, och du kan ringa 112."),
        ("Open since 2021.", "It has been open since 2021, from 8 to 16."),
        ("Ingen siffra här inte.", "Ingen siffra 7 här inte."),
    ],
)
def test_fewer_numbers_than_the_quote_hold(text: str, quote: str) -> None:
    assert "number" not in faults(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Du behöver inte ansöka.", "Du behöver ansöka."),
        ("Du behöver ansöka.", "Du behöver inte ansöka."),
        ("Stödet ges utan beslut.", "Stödet ges efter beslut."),
        ("Det finns ingen kö.", "Det finns kö."),
        ("Ingenting skrivs ner.", "Samtalet skrivs ner."),
        ("You do not need to apply.", "You need to apply."),
        ("You don't need to apply.", "You need to apply."),
        ("You don’t need to apply.", "You need to apply."),
        ("It is given without a decision.", "It is given after a decision."),
        ("Nothing is written down.", "Everything is written down."),
        ("You need to apply.", "You never need to apply."),
    ],
)
def test_a_negation_may_neither_come_nor_go(text: str, quote: str) -> None:
    assert "negation" in faults(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Du behöver inte ansöka.", "Du behöver inte ansöka om det här stödet."),
        ("You don't need to apply.", "You don't need to apply for this."),
        ("You do not need to apply.", "You don’t need to apply."),
        ("Noterat: du kan ringa.", "Noterat: du kan ringa direkt."),
    ],
)
def test_an_equal_negation_holds(text: str, quote: str) -> None:
    assert "negation" not in faults(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Det krävs en biståndsbedömning.", "Kontakta enheten."),
        ("Stödet är biståndsfritt.", "Stödet är till för alla."),
        ("Du får behovsprövad hjälp.", "Du får hjälp."),
        ("Först görs en utredning.", "Först görs ett besök."),
        ("Du ansöker hos oss.", "Du ringer oss."),
        ("An assessment comes first.", "A visit comes first."),
    ],
)
def test_words_about_needs_testing_must_stand_in_the_quote(text: str, quote: str) -> None:
    assert "needs_test" in faults(text, quote)


def test_a_quote_may_say_more_of_needs_testing_than_the_sentence() -> None:
    assert faults("Du ringer oss.", "Du ringer oss, och en utredning görs sedan.") == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Karpen ger stöd.", "Enheten ger stöd."),
        ("KRIMTEAMET ger stöd.", "Karpen ger stöd."),
        ("Fråga Råd- och stödtelefonen.", "Fråga telefonen."),
        ("IPS ger stöd.", "SIP ger stöd."),
        ("Ask IPS.", "Ask them."),
    ],
)
def test_a_service_that_the_quote_does_not_name_may_not_be_named(text: str, quote: str) -> None:
    assert "name" in faults(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Karpens arbete börjar på dagen.", "Karpens arbete börjar på dagen och slutar sen."),
        ("En chips till kaffet.", "En chips till kaffet."),
        ("Tipsa en vän.", "Tips till en vän."),
    ],
)
def test_a_named_service_and_ordinary_words_hold(text: str, quote: str) -> None:
    assert "name" not in faults(text, quote)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("Karpen ger stöd.", "Karpen ger alla stöd."),
        ("", "Karpen ger stöd."),
        ("   ", "Karpen ger stöd."),
    ],
)
def test_a_quote_must_stand_verbatim_in_the_passage(quote: str, passage: str) -> None:
    assert "quote" in faults(quote, quote, passage)


def test_every_fault_of_a_sentence_is_told() -> None:
    text = "Karpen kräver ingen utredning i 14 dagar."
    assert set(faults(text, "Ring oss.")) == {"number", "negation", "needs_test", "name"}
