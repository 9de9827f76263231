"""Personal data in a note is masked, and echoed in no field of the answer."""

import pytest

from guide.answering import Guide
from guide.rules.personal_data import Masked
from guide.situations.strangers import Strangers
from guide.situations.vocabulary import Vocabulary
from tests.situations.deskside import labels, told

KNOWN = Vocabulary(["Flickan går i skolan i Helsingborg.", "Bostad först och Skolfam."])
STRANGERS = Strangers(KNOWN, ("Zoltan",))
SECRETS = ("Anna", "anna", "Andersson", "Zofia", "Kowalska", "850101", "4321", "0701", "Storgatan")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Andersson",
        "anna andersson, hemlös",
        "Anna Andersson 850101-4321, skolfrånvaro, ring 0701-23 45 67",
        "Flickan Anna, 12, skolfrånvaro. Mamman Zofia Kowalska sjukskriven. Bor på Storgatan 5",
        "skolfrånvaro, kontakta Zofia Kowalska",
        "Zofia Kowalska: hemlös",
    ],
)
def test_personal_data_stands_in_no_field(made: Guide, text: str) -> None:
    answer = told(made, text)
    assert not [secret for secret in SECRETS if secret in answer.model_dump_json()]
    assert answer.masked is not None
    assert "PII_WARNING" in [notice.code for notice in answer.notices]


def test_a_name_alone_is_no_need_and_no_danger(made: Guide) -> None:
    answer = told(made, "Anna Andersson")
    assert answer.terms == ()
    assert [notice.code for notice in answer.notices] == ["PII_WARNING"]


def test_an_age_beside_a_name_is_still_read(made: Guide) -> None:
    assert "12 år" in labels(told(made, "Flickan Anna, 12, skolfrånvaro"))


def test_a_note_without_personal_data_is_not_said_to_hold_any(made: Guide) -> None:
    answer = told(made, "Flicka 12, Skolfrånvaro. Mamman sjukskriven")
    assert answer.masked is None
    assert answer.notices == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Zoltan dricker", "[namn] dricker"),
        ("zoltan karlsson dricker", "[namn] dricker"),
        ("bor hos Kowalska", "bor hos [namn]"),
        ("Flickan Kowalska", "Flickan [namn]"),
        ("Kowalska Nowak, skulder", "[namn], skulder"),
        ("ANNA NOWAK, skulder", "[namn], skulder"),
        ("har ADHD och PTSD", "har ADHD och PTSD"),
    ],
)
def test_names_that_the_knowledge_does_not_know_are_masked(written: str, shown: str) -> None:
    assert STRANGERS.masked(Masked(text=written)).text == shown


@pytest.mark.parametrize(
    "written",
    ["Skolfam och Bostad först", "bor i Helsingborg", "Nedstämdhet", "ADHD och LVU", "Dricker"],
)
def test_what_the_knowledge_knows_or_a_clause_begins_with_stays(written: str) -> None:
    assert STRANGERS.masked(Masked(text=written)) == Masked(text=written)
