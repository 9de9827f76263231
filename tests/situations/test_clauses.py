"""Notes become needs: few, in order, without who it is about."""

import pytest

from guide.situations.clauses import LABEL, MOST, age_in, needs_of


def told(text: str) -> list[str]:
    return [clause.text for clause in needs_of(text)]


@pytest.mark.parametrize(
    ("text", "age", "needs"),
    [
        ("flicka 15, skolfrånvaro, oro för umgänge", 15, ["skolfrånvaro", "oro för umgänge"]),
        ("Pojke 16: röker på", 16, ["röker på"]),
        ("Man 58 utan bostad, dricker", 58, ["utan bostad", "dricker"]),
        ("15-årig flicka med ätstörning", 15, ["flicka med ätstörning"]),
        ("kvinna, 31 år, skulder", 31, ["skulder"]),
        ("vill ha egen lägenhet, vem ringer jag?", None, ["vill ha egen lägenhet"]),
        ("vem ringer jag?", None, ["vem ringer jag"]),
        ("LVU, SIP", None, ["LVU", "SIP"]),
        ("hemlös, hemlös", None, ["hemlös"]),
        ("ensamstående mamma 32 vräks om två veckor", 32, ["vräks om två veckor"]),
        ("änkeman 81, äter dåligt", 81, ["äter dåligt"]),
        ("flicka 16, gravid 20 v, rädd", 16, ["gravid 20 v", "rädd"]),
        ("hemlös man 45", 45, ["hemlös"]),
        ("Gravid kvinna 24", 24, ["Gravid"]),
        ("gravid 24, rädd", 24, ["gravid", "rädd"]),
        ("Arbetslös man 58, skulder", 58, ["Arbetslös", "skulder"]),
        ("hemlös kvinna 32 utan id", 32, ["hemlös utan id"]),
        ("orolig mamma 32, trångbodda", 32, ["trångbodda"]),
        ("familj med två barn, hyresskuld", None, ["hyresskuld"]),
        ("kvinna 32, två barn, våld i hemmet", 32, ["våld i hemmet"]),
        ("åk 8, skolkar", 14, ["skolkar"]),
        ("a, b; c", None, []),
        ("", None, []),
    ],
)
def test_needs_and_age_of_a_note(text: str, age: int | None, needs: list[str]) -> None:
    assert age_in(text) == age
    assert told(text) == needs


def test_no_more_than_six_are_searched_for_and_nothing_is_lost() -> None:
    text = ", ".join(f"problem{letter}" for letter in "abcdefghij")
    found = told(text)
    assert len(found) == MOST
    assert ", ".join(found) == text


def test_two_thousand_commas_are_no_needs() -> None:
    assert told("," * 2000) == []
    assert len(told("oro," * 500 + "skuld," * 80)) <= MOST


def test_a_need_keeps_its_name_wherever_it_stands() -> None:
    (alone,), (_, after) = needs_of("Skolfrånvaro"), needs_of("hemlös, skolfrånvaro")
    assert alone.id == after.id
    assert needs_of("hemlös")[0].id != alone.id


def test_a_label_is_short() -> None:
    (need,) = needs_of("hemlös " * 100)
    assert len(need.label) <= LABEL
