"""Sentences are verbatim pieces of the text, and an abbreviation ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ring oss. Vi hjälper dig!", ["Ring oss.", "Vi hjälper dig!"]),
        ("Bor du här? Då kan du ringa.", ["Bor du här?", "Då kan du ringa."]),
        ("Stöd ges bl.a. Bris och t.ex. Mind.", ["Stöd ges bl.a. Bris och t.ex. Mind."]),
        ("Öppet kl. 8 till 17. Ring först.", ["Öppet kl. 8 till 17.", "Ring först."]),
        ("Se SoL kap. 11 och prop. 2024.", ["Se SoL kap. 11 och prop. 2024."]),
        ("Det är ca. 48 barn (ca. 10 pojkar).", ["Det är ca. 48 barn (ca. 10 pojkar)."]),
        ("Från t.o.m. Måndag. Sedan stängt.", ["Från t.o.m. Måndag.", "Sedan stängt."]),
        ("Våren 2025. Fler sökte stöd.", ["Våren 2025.", "Fler sökte stöd."]),
        ("Antalet var 1.5 per dag.", ["Antalet var 1.5 per dag."]),
        ("Första raden\nandra raden", ["Första raden", "andra raden"]),
        ("”Ring oss.” Då svarar vi.", ["”Ring oss.”", "Då svarar vi."]),
        ("Ring (gärna nu.) Vi svarar.", ["Ring (gärna nu.)", "Vi svarar."]),
        ("Vänta… Någon kommer.", ["Vänta…", "Någon kommer."]),
        ("Ring 112. 1177 ger råd.", ["Ring 112.", "1177 ger råd."]),
        ("Call us. We help, e.g. Bris.", ["Call us.", "We help, e.g. Bris."]),
        ("اتصل بنا. نحن نساعدك.", ["اتصل بنا.", "نحن نساعدك."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_text_is_cut_where_sentences_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="ab.!? \nÅ1(”)", max_size=60))
def test_every_part_stands_verbatim_and_in_order_in_the_text(text: str) -> None:
    place = 0
    for part in sentences(text):
        place = text.index(part, place) + len(part)
        assert part == part.strip() != ""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
