"""What the loader says of contacts, sources, texts, rules and premises that cannot be used."""

from pathlib import Path

import pytest

from tests.ingest.editing import edit, line_of, only_problem


def test_broken_yaml_in_a_list_file_names_file_and_line(knowledge: Path) -> None:
    edit(knowledge, "contacts.yaml", "  label: Växeln", '  label: "Växeln')
    assert only_problem(knowledge).file == "contacts.yaml"


@pytest.mark.parametrize("text", ["vaxel: 1\n", "text\n"])
def test_a_list_file_that_holds_no_list_is_named(knowledge: Path, text: str) -> None:
    (knowledge / "contacts.yaml").write_text(text, encoding="utf-8")
    problem = only_problem(knowledge)
    assert problem.file == "contacts.yaml"
    assert "'- '" in problem.remedy


def test_an_item_of_a_list_file_at_fault_is_named_with_its_line(knowledge: Path) -> None:
    with (knowledge / "contacts.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: jour\n  telefon: 1\n  label: Jour\n  source: R25\n  verified: null\n")
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, "contacts.yaml", "telefon: 1")
    assert problem.field == "telefon"


def test_a_list_item_that_is_no_mapping_is_told_in_swedish(knowledge: Path) -> None:
    with (knowledge / "contacts.yaml").open("a", encoding="utf-8") as file:
        file.write("- jour\n")
    assert only_problem(knowledge).message == "Värdet ska vara fält med värden."


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("- a\n", "nycklar med text", 1),
        ("fakta:\n  title:\n", "fakta.title saknar text", 2),
        ("fakta:\n  title: [Fakta]\n", "fakta.title är ingen text", 2),
        ("list:\n  or: no\n", "list.or är ingen text", 2),
    ],
)
def test_messages_without_text_are_named(knowledge: Path, text: str, said: str, line: int) -> None:
    (knowledge / "messages" / "en.yaml").write_text(text, encoding="utf-8")
    problem = only_problem(knowledge)
    assert (problem.file, problem.line) == ("messages/en.yaml", line)
    assert said in problem.message


def test_messages_in_an_unknown_language_are_refused(knowledge: Path) -> None:
    (knowledge / "messages" / "se.yaml").write_text("list: {or: dahje}\n", encoding="utf-8")
    problem = only_problem(knowledge)
    assert problem.file == "messages/se.yaml"
    assert "sv" in problem.remedy


def test_a_pattern_that_does_not_compile_is_named(knowledge: Path) -> None:
    (knowledge / "rules").mkdir()
    (knowledge / "rules" / "crisis.yaml").write_text(
        "- id: fara\n  message: fara\n  any: ['(öppen']\n", encoding="utf-8"
    )
    problem = only_problem(knowledge)
    assert (problem.file, problem.line, problem.field) == ("rules/crisis.yaml", 3, "any")
    assert "'(öppen'" in problem.message


def test_a_premise_whose_id_differs_from_its_file_is_refused(knowledge: Path) -> None:
    (knowledge / "premises").mkdir()
    (knowledge / "premises" / "tro.yaml").write_text(
        "id: annan\nany: [tro]\ncorrection: {sv: Nej.}\nevidence: [{id: r, document: R25}]\n",
        encoding="utf-8",
    )
    assert "'annan'" in only_problem(knowledge).message
