"""Fixed texts: Swedish where a language lacks one, contact facts filled in from the records."""

import pytest

from guide.catalogue.messages import Messages
from guide.errors import KnowledgeMissing
from guide.model.terms import Language
from tests.catalogue.entries import contact

TEXTS = {
    "sv": {
        "hej": "Hej {name}.",
        "ring": "Ring {contact:jour}.",
        "okand": "Ring {contact:saknas}.",
        "bara-sv": "Bara på svenska.",
    },
    "en": {"hej": "Hello {name}.", "ring": "Call {contact:jour}."},
}


def messages(phone: str | None = "042-00 00 07", label: str = "Jouren") -> Messages:
    return Messages(TEXTS, {"jour": contact(id="jour", label=label, phone=phone)})


def test_a_text_comes_in_the_language_asked_for() -> None:
    assert messages().get("hej", Language.EN, name="Bo") == "Hello Bo."


@pytest.mark.parametrize("language", [Language.EN, Language.AR, Language.SO])
def test_swedish_stands_in_where_a_language_lacks_the_text(language: Language) -> None:
    assert messages().get("bara-sv", language) == "Bara på svenska."


def test_a_contact_is_filled_in_with_label_and_number() -> None:
    assert messages().get("ring", Language.EN) == "Call Jouren 042-00 00 07."


def test_a_number_that_is_its_own_name_is_said_once() -> None:
    assert messages(phone="112", label="112").get("ring", Language.SV) == "Ring 112."


def test_a_contact_without_a_number_is_named() -> None:
    assert messages(phone=None).get("ring", Language.SV) == "Ring Jouren."


def test_an_unknown_token_leaves_nothing_behind() -> None:
    assert messages().get("okand", Language.SV) == "Ring ."


def test_a_name_with_braces_is_told_as_it_stands() -> None:
    assert messages().get("hej", Language.SV, name="{contact:jour}") == "Hej {contact:jour}."


def test_a_text_that_the_published_knowledge_lacks_names_the_remedy() -> None:
    with pytest.raises(KnowledgeMissing, match="ingest run"):
        messages().get("finns-inte", Language.EN)
