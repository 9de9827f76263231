"""A model neither sees nor writes contact facts."""

import pytest

from guide.composing.contact_tokens import HIDDEN, ContactTokens, looks_like_contact
from guide.model.contact import Contact

CONTACT = Contact(
    id="vaxel", label="Växeln", phone="042-10 50 00", email="kontakt@exempel.se",
    url="https://exempel.se/stod", address="Storgatan 1", source="R25", verified=None,
)  # fmt: skip


@pytest.mark.parametrize(
    "fact", ["042-10 50 00", "kontakt@exempel.se", "https://exempel.se/stod", "Storgatan 1"]
)
def test_facts_of_records_travel_as_tokens(fact: str) -> None:
    tokens = ContactTokens([CONTACT])
    text = f"Du når oss på {fact} varje dag."
    assert tokens.hidden(text) == "Du når oss på {kontakt:1} varje dag."
    assert tokens.filled(tokens.hidden(text)) == text


@pytest.mark.parametrize(
    "other", ["070-123 45 67", "a@b.example", "www.exempel.nu/x", "kl. 8.30", "8–16.30"]
)
def test_what_looks_like_a_fact_and_is_in_no_record_is_hidden(other: str) -> None:
    assert ContactTokens([CONTACT]).hidden(f"Ring {other} nu") == f"Ring {HIDDEN} nu"
    assert looks_like_contact(f"Ring {other} nu")


def test_years_and_sums_are_no_contact_facts() -> None:
    text = "Målen 2025–2026 gäller 76 procent av 4 207 uppdrag."
    assert ContactTokens([CONTACT]).hidden(text) == text
    assert not looks_like_contact(text)


def test_unknown_tokens_are_removed() -> None:
    tokens = ContactTokens([CONTACT])
    tokens.hidden("042-10 50 00")
    assert tokens.filled("Ring {kontakt:7}.") == "Ring."
    assert tokens.filled("Ring {{ Kontakt: 1 }}.") == "Ring 042-10 50 00."


def test_a_record_without_facts_hides_nothing_else() -> None:
    assert ContactTokens([]).hidden("Ring växeln.") == "Ring växeln."
