"""Which entries a question names."""

import pytest

from guide.retrieval.names import NameIndex
from tests.small_catalogue import service

ENTRIES = [
    service("kontaktcenter", name="Kontaktcenter"),
    service("ips", name="IPS (individanpassat stöd till arbete)"),
    service("sip", name="SIP", aliases=["samordnad individuell plan"]),
    service("larmnummer", name="112", aliases=["larmnumret"]),
    service("bris", name="Bris"),
    service("karpen", name="Karpen"),
    service("familjestod", name="Familjestödet"),
    service("bostad", name="Bostad först"),
    service("faltare", name="Socialt fältarbete / Fältgruppen"),
    service("mottagning", name="Mottagningsenheten"),
    service("mottagning-vuxen", name="Mottagningsenheten vuxna"),
]
INDEX = NameIndex(ENTRIES)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Vad gör Karpen?", ["karpen"]),
        ("vad är karpens adress", ["karpen"]),
        ("KARPEN", ["karpen"]),
        ("Vad är IPS?", ["ips"]),
        ("hur får jag individanpassat stöd till arbete", []),
        ("en SIP för mitt barn", ["sip"]),
        ("Kan vi göra en samordnad individuell plan?", ["sip"]),
        ("ska jag ringa 112?", ["larmnummer"]),
        ("ringde larmnumret", ["larmnummer"]),
        ("hur når jag familjestöd", ["familjestod"]),
        ("familjestödets öppettider", ["familjestod"]),
        ("Bostad först i Helsingborg", ["bostad"]),
        ("kan fältgruppen komma", ["faltare"]),
        ("vem jobbar med socialt fältarbete", ["faltare"]),
        ("kontaktcentrets nummer", []),
        ("Kontaktcenters nummer", ["kontaktcenter"]),
    ],
)
def test_names_and_aliases_are_recognised_inflected(question: str, named: list[str]) -> None:
    assert list(INDEX.mentioned(question)) == named


@pytest.mark.parametrize(
    "question",
    [
        "vem kan jag kontakta",
        "kontakt med någon",
        "kön i simhallen",
        "brist på pengar",
        "jag kipsar och chipsar",
        "sipa på kaffet",
        "1123 kronor",
        "karpenteri",
        "först behöver jag en bostad",
        "familj",
        "",
        "???",
    ],
)
def test_words_that_merely_resemble_a_name_name_nothing(question: str) -> None:
    assert INDEX.mentioned(question) == ()


def test_the_longest_name_takes_the_words() -> None:
    assert INDEX.mentioned("Vad gör Mottagningsenheten vuxna?") == ("mottagning-vuxen",)
    assert INDEX.mentioned("Vad gör Mottagningsenheten?") == ("mottagning",)


def test_several_names_in_one_question_are_all_found() -> None:
    assert set(INDEX.mentioned("Är Karpen eller IPS bäst, eller en SIP?")) == {
        "karpen",
        "ips",
        "sip",
    }


def test_entries_that_share_a_name_are_all_named() -> None:
    index = NameIndex([service("en", aliases=["ungdomsteam"]), service("tva", name="Ungdomsteam")])
    assert set(index.mentioned("vad gör ungdomsteamet")) == {"en", "tva"}


def test_a_name_without_its_parenthesis_is_no_name_when_it_ends_in_a_letter() -> None:
    names = NameIndex([service("fenix", name="Stödboende I (ersätter Fenix)")])
    assert names.mentioned("finns det stödboende i Landskrona") == ()
    assert names.mentioned("vad är Stödboende I (ersätter Fenix)") == ("fenix",)
