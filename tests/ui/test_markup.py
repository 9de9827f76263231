"""From the API's text to HTML."""

import pytest

from ui.markup import link_phones, plain_label, tel_href, web_href
from ui.model import Card, Citation, Contact
from ui.parts.citation import full_title, mark_quote
from ui.parts.contact import contact_facts
from ui.wording import wording


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("112", "tel:112"),
        ("042-10 50 00", "tel:042105000"),
        ("+46 42 10 50 00, knappval 2", "tel:+4642105000"),
        ("fråga", None),
        (None, None),
    ],
)
def test_telephone_links_hold_digits_alone(phone: str | None, href: str | None) -> None:
    assert tel_href(phone) == href


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x", "http://[", None]
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert web_href(url) is None


def test_only_whole_known_numbers_become_links() -> None:
    text = link_phones("Ring 112, inte 11288 & inte 090-112.", ["112"])
    assert text == 'Ring <a href="tel:112">112</a>, inte 11288 &amp; inte 090-112.'


def test_quote_is_marked_across_line_breaks_and_escaped() -> None:
    assert mark_quote("a <b>\n c", "<b> c") == "a <mark>&lt;b&gt;\n c</mark>"


def test_quote_that_the_passage_lacks_is_not_invented() -> None:
    assert mark_quote("en text", "en annan") is None


def test_labels_lose_no_words() -> None:
    label = plain_label("**Fet** [länk](x)\n$y$")
    assert label.replace("\\", "") == "**Fet** [länk](x) $y$"
    assert "\\*\\*Fet" in label


def test_round_the_clock_is_said_instead_of_hours() -> None:
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    contact = Contact.model_validate(
        {"id": "a", "label": "A", "hours": [{"days": days, "from": "00:00", "to": "24:00"}]}
    )
    facts = contact_facts(contact, wording("sv"))
    assert (facts.open, facts.hours) == ("Öppet dygnet runt", ())


def test_unknown_hours_claim_nothing() -> None:
    facts = contact_facts(Contact(id="a", label="A"), wording("sv"))
    assert (facts.open, facts.hours, facts.checked) == ("", (), "Odaterad uppgift")


def test_title_of_a_source_names_its_service_once() -> None:
    card = Card(id="a", name="Alkoholhjälpen")
    plain = Citation(n=1, passage_id="a:1", service_id="a", title="Så gör du", quote="q")
    named = plain.model_copy(update={"title": "Fakta om Alkoholhjälpen"})
    assert full_title(plain, [card]) == "Alkoholhjälpen: Så gör du"
    assert full_title(named, [card]) == "Fakta om Alkoholhjälpen"
    assert full_title(plain, []) == "Så gör du"
