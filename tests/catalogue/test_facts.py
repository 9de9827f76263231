"""Fields are told in fixed forms, each a sentence that stands alone and can be cited."""

import pytest

from guide.catalogue.facts import FactTeller
from guide.catalogue.messages import Messages
from guide.catalogue.sentences import sentences
from guide.model.terms import Facet, Language, NeedsTest, ServiceStatus
from ingest.load import Loaded
from tests.catalogue.entries import contact, service

NUMBER = "042-00 00 07"
LANGUAGES = (Language.SV, Language.EN)


@pytest.fixture
def tell(project_knowledge: Loaded) -> FactTeller:
    """With the project's own texts."""
    return FactTeller(Messages(project_knowledge.content.messages, {}))


def one_sentence_about(text: str | None, name: str = "Bokrummet") -> str:
    assert text is not None
    assert len(sentences(text)) == 1, text
    assert name in text
    assert text.endswith(".")
    assert "{" not in text
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_needs_test_has_its_own_sentence(tell: FactTeller, language: Language) -> None:
    told = {
        one_sentence_about(tell.needs_test(service(needs_test=value), language))
        for value in NeedsTest
        if value is not NeedsTest.NOT_APPLICABLE
    }
    assert len(told) == 4


def test_needs_test_forms_say_what_they_must(tell: FactTeller) -> None:
    def told(value: str) -> str:
        return tell.needs_test(service(needs_test=value), Language.SV) or ""

    assert "ingen behovsprövning" in told("none")
    assert "efter en behovsprövning" in told("required")
    assert "utan behovsprövning" in told("partly")
    assert "framgår inte" in told("unknown")


def test_where_no_assessment_applies_nothing_is_told(tell: FactTeller) -> None:
    assert tell.needs_test(service(needs_test="not_applicable"), Language.SV) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [s for s in ServiceStatus if s is not ServiceStatus.CURRENT])
def test_what_is_not_current_is_told_with_its_year(
    tell: FactTeller, status: ServiceStatus, language: Language
) -> None:
    text = one_sentence_about(tell.status(service(status=status, as_of=2021), language))
    assert "2021" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_undated_status_names_no_year(tell: FactTeller, language: Language) -> None:
    text = one_sentence_about(tell.status(service(status="uncertain", as_of=None), language))
    assert not any(character.isdigit() for character in text)


def test_what_is_current_needs_no_remark(tell: FactTeller) -> None:
    assert tell.status(service(), Language.SV) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facet", Facet)
def test_each_absence_can_be_told(tell: FactTeller, facet: Facet, language: Language) -> None:
    one_sentence_about(tell.absence(service(), facet, language))


@pytest.mark.parametrize(
    ("facet", "fields"),
    [
        (Facet.COST, {"cost": "Gratis."}),
        (Facet.WAITING_TIME, {"waiting_time": "Två veckor."}),
        (Facet.PLACE, {"place": "Torget 1."}),
        (Facet.DOCUMENTATION, {"documentation": "Ditt namn."}),
    ],
)
def test_a_field_is_told_as_it_stands(
    tell: FactTeller, facet: Facet, fields: dict[str, str]
) -> None:
    text = tell.facet(service(**fields), facet, Language.SV) or ""
    assert fields[facet.value] in text
    assert "Bokrummet" in text
    assert tell.facet(service(), facet, Language.SV) is None


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ({"min": 18}, "från 18 år"),
        ({"max": 20}, "till och med 20 år"),
        ({"min": 6, "max": 12}, "6–12 år"),
    ],
)
def test_ages_are_told_with_both_ends_included(
    tell: FactTeller, ages: dict[str, int], told: str
) -> None:
    assert told in (tell.facet(service(ages=ages), Facet.AGE, Language.SV) or "")


def test_all_that_is_missing_is_told_in_one_sentence(tell: FactTeller) -> None:
    given = service(cost="Gratis.", ages={"min": 18}, waiting_time="Ingen.", place="Torget 1.")
    general = contact(id="vaxel", general=True, phone=NUMBER)
    text = one_sentence_about(tell.absences(given, [general], Language.SV))
    assert "öppettider, eget telefonnummer eller vad som skrivs ner" in text


def test_one_missing_facet_stands_without_a_conjunction(tell: FactTeller) -> None:
    facets = [f for f in Facet if f is not Facet.COST]
    text = tell.absences(service(not_missing=facets), [], Language.SV) or ""
    assert "inget om avgift för" in text
    assert tell.absences(service(not_missing=list(Facet)), [], Language.SV) is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"phone": NUMBER, "url": "https://exempel.se"}, NUMBER),
        ({"url": "https://exempel.se", "address": "Torget 1"}, "https://exempel.se"),
        ({"address": "Torget 1"}, "Torget 1"),
        ({}, "inte anger"),
    ],
)
def test_the_first_way_to_reach_a_contact_is_told(
    tell: FactTeller, fields: dict[str, str], told: str
) -> None:
    assert told in tell.contact(service(), contact(**fields), Language.SV)


def test_a_switchboard_is_told_as_such(tell: FactTeller) -> None:
    own = tell.contact(service(), contact(phone=NUMBER), Language.SV)
    other = contact(id="vaxel", label="Växeln", phone=NUMBER)
    general = contact(id="vaxel", label="Växeln", phone=NUMBER, general=True)
    through = tell.contact(service(), other, Language.SV)
    by_switchboard = tell.contact(service(), general, Language.SV)
    assert len({own, through, by_switchboard}) == 3
    assert "Växeln" not in own
    assert "Växeln" in through
    assert "Fråga efter Bokrummet" in by_switchboard


def test_a_contact_is_told_with_the_month_it_was_verified(tell: FactTeller) -> None:
    assert "2024-04" in tell.verified(contact(verified="2024-04-16"), Language.SV)
    assert "odaterad" in tell.verified(contact(), Language.SV)


def test_who_starts_it_is_told_or_told_to_be_missing(tell: FactTeller) -> None:
    known = tell.initiated_by(service(initiated_by="Rektorn."), Language.SV)
    assert "Rektorn." in known
    assert "framgår inte" in tell.initiated_by(service(), Language.SV)
