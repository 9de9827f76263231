"""What one might ask next: only what the knowledge answers and was not just asked."""

from typing import Any

import pytest

from guide.composing.follow_ups import follow_ups
from guide.model.service import Service
from guide.model.terms import Facet, Language
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings
from tests.small_catalogue import catalogue, content, section, service

TOPIC = service("behovsprovning", kind="legal_topic", needs_test="not_applicable")
FIRST = service(
    "karpen",
    needs_test="required",
    sections=[section("documentation", "Karpen skriver ner varje besök.")],
)
OTHERS = (service("ips"), service("jouren"), service("kupan"))


def offered(*services: Service, language: Language = Language.SV, **found: Any) -> tuple[str, ...]:
    """The follow-ups to an answer about the services, the first of which it is about."""
    known = catalogue(content(TOPIC, *services))
    findings = Findings(text="hjälp", normalised="hjälp", language=language, **found)
    ranked = [Ranked(entry, 1.0, (), False) for entry in services]
    return follow_ups(known, findings, ranked, language)


def test_they_are_at_most_three_the_other_services_first() -> None:
    assert offered(FIRST, *OTHERS) == (
        "Berätta mer om Ips",
        "Berätta mer om Jouren",
        "Vad skrivs ner om jag kontaktar Karpen?",
    )


def test_they_are_in_the_questions_language() -> None:
    assert offered(FIRST, OTHERS[0], language=Language.EN) == (
        "Tell me more about Ips",
        "What is written down if I contact Karpen?",
        "What does a needs assessment (behovsprövning) mean?",
    )


@pytest.mark.parametrize(
    ("found", "left"),
    [
        ({"facets": frozenset({Facet.DOCUMENTATION})}, "Vad betyder behovsprövning?"),
        ({"asks_needs_test": True}, "Vad skrivs ner om jag kontaktar Karpen?"),
    ],
)
def test_what_was_just_asked_is_not_asked_again(found: dict[str, Any], left: str) -> None:
    assert offered(FIRST, **found) == (left,)


@pytest.mark.parametrize("needs_test", ["none", "not_applicable"])
def test_nothing_is_asked_that_the_knowledge_does_not_tell(needs_test: str) -> None:
    assert offered(service("karpen", needs_test=needs_test)) == ()
    assert offered() == ()


@pytest.mark.parametrize("kind", ["national_line", "contact_route", "authority"])
def test_of_a_number_to_call_there_is_no_more_to_tell(kind: str) -> None:
    assert offered(service("karpen"), service("linjen", kind=kind)) == ()
