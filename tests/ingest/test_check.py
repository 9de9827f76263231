"""Checks over the whole folder: what refers to nothing, stands twice, or rests on nothing."""

import shutil
from pathlib import Path

import pytest

from ingest.check import check
from ingest.load import Loader
from ingest.problems import Problem, Severity
from tests.ingest.editing import edit, line_of, write
from tests.small_knowledge import TODAY

ENTRY = "services/ekstodet.md"


def problems(folder: Path) -> tuple[Problem, ...]:
    return check(Loader(folder).load(), today=TODAY)


def faults(folder: Path) -> list[Problem]:
    return [problem for problem in problems(folder) if problem.severity is Severity.ERROR]


def only_problem(folder: Path) -> Problem:
    """The one fault; warnings have tests of their own."""
    found = faults(folder)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def test_a_valid_folder_has_no_problems(knowledge: Path) -> None:
    assert problems(knowledge) == ()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("contacts: [vaxel]", "contacts: [vaxel, okand]", "contacts"),
        ("groups: [adults]", "groups: [okand]", "groups"),
        ("life_areas: [contact]", "life_areas: [okand]", "life_areas"),
        ("provider: own", "provider: own\nalternatives: [okand]", "alternatives"),
        ("provider: own", "provider: own\ncombines_with: [okand]", "combines_with"),
        ("status: current", "status: ended\nreplaced_by: [okand]", "replaced_by"),
        ("document: R25", "document: okand", "evidence.rapport.document"),
    ],
)
def test_a_reference_to_nothing_is_named(knowledge: Path, old: str, new: str, field: str) -> None:
    edit(knowledge, ENTRY, old, new)
    problem = only_problem(knowledge)
    assert (problem.file, problem.field) == (ENTRY, field)
    assert problem.line == line_of(knowledge, ENTRY, "okand")
    assert "'okand' finns inte" in problem.message


def test_a_contact_needs_a_known_source(knowledge: Path) -> None:
    edit(knowledge, "contacts.yaml", "label: Växeln\n", "label: Växeln\n  aliases: [a]\n")
    text = (knowledge / "contacts.yaml").read_text(encoding="utf-8")
    write(knowledge, "contacts.yaml", text.replace("source: R25", "source: R99", 1))
    problem = only_problem(knowledge)
    assert problem.field == "vaxel.source"
    assert "R99" in problem.message


def test_two_entries_with_one_id_are_refused(knowledge: Path) -> None:
    (knowledge / "topics").mkdir()
    shutil.copy(knowledge / ENTRY, knowledge / "topics")
    problem = only_problem(knowledge)
    assert "'ekstodet' finns 2 gånger" in problem.message


@pytest.mark.parametrize("file", ["contacts.yaml", "sources.yaml"])
def test_two_records_with_one_id_are_refused(knowledge: Path, file: str) -> None:
    text = (knowledge / file).read_text(encoding="utf-8")
    write(knowledge, file, text + text.split("\n- ")[0].rstrip("\n") + "\n")
    problem = only_problem(knowledge)
    assert (problem.file, problem.line) == (file, len(text.splitlines()) + 1)


def test_a_source_with_a_file_has_no_entrys_id(knowledge: Path) -> None:
    record = "- {id: ekstodet, title: Rapport, file: annan.txt}\n"
    write(knowledge, "sources.yaml", f"{record}{(knowledge / 'sources.yaml').read_text('utf-8')}")
    problem = only_problem(knowledge)
    assert (problem.file, problem.line, problem.field) == ("sources.yaml", 1, "ekstodet.file")


def test_two_sources_with_one_file_are_refused(knowledge: Path) -> None:
    text = (knowledge / "sources.yaml").read_text("utf-8")
    write(knowledge, "sources.yaml", f"{text}- id: R26\n  title: Ny\n  file: rapport.txt\n")
    problem = only_problem(knowledge)
    assert (problem.field, problem.line) == ("R26.file", len(text.splitlines()) + 3)
    assert "R25" in problem.message


@pytest.mark.parametrize("value", ["none", "required", "partly"])
def test_a_needs_test_that_is_stated_needs_a_source(knowledge: Path, value: str) -> None:
    edit(knowledge, ENTRY, "needs_test: none", f"needs_test: {value}")
    edit(knowledge, ENTRY, "who_it_is_for, needs_test]", "who_it_is_for]")
    problem = only_problem(knowledge)
    assert problem.field == "needs_test"
    assert "supports" in problem.remedy


@pytest.mark.parametrize("value", ["unknown", "not_applicable"])
def test_a_needs_test_that_is_not_stated_needs_no_source(knowledge: Path, value: str) -> None:
    edit(knowledge, ENTRY, "needs_test: none", f"needs_test: {value}")
    edit(knowledge, ENTRY, "who_it_is_for, needs_test]", "who_it_is_for]")
    assert problems(knowledge) == ()


@pytest.mark.parametrize(
    "field", ["ages: {min: 13}", "cost: Gratis.", "waiting_time: En vecka.", "place: Torget 1"]
)
def test_a_stated_fact_needs_a_source(knowledge: Path, field: str) -> None:
    edit(knowledge, ENTRY, "provider: own", f"provider: own\n{field}")
    assert only_problem(knowledge).field == field.split(":")[0]


@pytest.mark.parametrize(
    ("old", "new", "field", "have"),
    [
        (", jag vill ha ekonomi nummer 9]", "]", "phrases.sv", 9),
        ("nummer 9]", "nummer 9, en till]", "phrases.sv", 11),
        (", i want ekonomi number 4]", "]", "phrases.en", 4),
    ],
)
def test_uneven_numbers_of_phrases_are_refused(
    knowledge: Path, old: str, new: str, field: str, have: int
) -> None:
    edit(knowledge, ENTRY, old, new)
    problem = only_problem(knowledge)
    assert problem.field == field
    assert f"{have} vardagsfraser" in problem.message


def test_what_is_not_offered_needs_no_phrases(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "status: current", "status: ended\nalternatives: [boendehjalpen]")
    edit(knowledge, ENTRY, ", jag vill ha ekonomi nummer 9]", "]")
    assert faults(knowledge) == []


def test_a_missing_summary_is_a_warning_only(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "  easy: Ekstodet hjälper vuxna.\n", "")
    (problem,) = problems(knowledge)
    assert (problem.field, problem.severity) == ("summary.easy", Severity.WARNING)


RULE = "- id: fara\n  message: {message}\n  any: [fara]\n  contacts: [{contact}]\n"


@pytest.mark.parametrize("name", ["crisis", "decisions", "scope", "maintenance"])
def test_a_rule_needs_its_text_and_known_contacts(knowledge: Path, name: str) -> None:
    write(knowledge, f"rules/{name}.yaml", RULE.format(message="fara.text", contact="okand"))
    found = {problem.field: problem for problem in problems(knowledge)}
    assert set(found) == {"fara.contacts", "fara.message"}
    assert found["fara.message"].file == f"rules/{name}.yaml"
    assert "messages/sv.yaml" in found["fara.message"].remedy


def test_a_rule_without_any_text_is_refused(knowledge: Path) -> None:
    write(knowledge, "rules/scope.yaml", "- id: sopor\n  any: [sopor]\n")
    assert only_problem(knowledge).field == "sopor.message"


def test_a_premise_may_refer_to_what_exists_only(knowledge: Path) -> None:
    write(
        knowledge,
        "premises/tro.yaml",
        "id: tro\nany: [tro]\ncorrection: {sv: Nej.}\nservices: [okand]\ncontacts: [okand]\n"
        "evidence: [{id: r, document: okand}]\n",
    )
    assert [p.field for p in problems(knowledge)] == ["contacts", "services", "evidence.r.document"]


@pytest.mark.parametrize(
    ("language", "old", "new", "field"),
    [
        ("sv", "or: eller", "eller: eller", "list.or"),
        ("sv", "{contact:kontaktcenter}", "{contact:kontaktcentre}", "notice.no_sources"),
        ("en", "{contact:kontaktcenter}", "{contact:kontaktcentre}", "notice.no_sources"),
        ("sv", "Fakta om {name}", "Fakta om {namn}", "fakta.title"),
        ("en", "Facts about {name}", "Facts about {as_of}", "fakta.title"),
        ("sv", "Fakta om {name}", "Fakta om {name", "fakta.title"),
    ],
)
def test_a_fixed_text_that_could_not_be_filled_in_is_named(
    knowledge: Path, language: str, old: str, new: str, field: str
) -> None:
    edit(knowledge, f"messages/{language}.yaml", old, new)
    found = {(p.file, p.field) for p in problems(knowledge)}
    assert (f"messages/{language}.yaml", field) in found


def test_a_translation_of_nothing_is_named(knowledge: Path) -> None:
    write(knowledge, "messages/so.yaml", "fakta: {titel: Xog}\n")
    found = {(p.file, p.field) for p in problems(knowledge)}
    assert ("messages/so.yaml", "fakta.titel") in found


def test_problems_of_loading_come_first(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "contacts: [vaxel]", "contacts: [okand]")
    edit(knowledge, "services/boendehjalpen.md", "kind: unit", "kind: grupp")
    assert [p.field for p in faults(knowledge)] == ["kind", "contacts"]
