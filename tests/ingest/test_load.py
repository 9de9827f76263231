"""What the loader says of entries that cannot be used: file, line, field and what to do."""

from pathlib import Path

import pytest

from ingest.load import Loader
from tests.ingest.editing import edit, line_of, only_problem

ENTRY = "services/ekstodet.md"


def test_a_valid_folder_loads_without_problems(knowledge: Path) -> None:
    loaded = Loader(knowledge).load()
    assert loaded.problems == ()
    assert [s.id for s in loaded.content.services] == ["boendehjalpen", "ekstodet", "samtalsrummet"]
    assert loaded.files["ekstodet"] == ENTRY
    sections = loaded.content.services[1].sections
    assert [(s.role, s.audience) for s in sections] == [
        ("about", "resident"),
        ("how", "resident"),
        ("note", "staff"),
    ]
    assert sections[1].title == "Så gör du"
    assert sections[1].text == "Ring växeln och fråga efter Ekstodet."
    assert sections[1].evidence == ("rapport",)


def test_a_folder_that_is_not_there_is_named_with_its_setting(tmp_path: Path) -> None:
    problem = Loader(tmp_path / "saknas").load().problems[0]
    assert str(tmp_path / "saknas") in problem.file
    assert "GUIDE_KNOWLEDGE_DIR" in problem.remedy


def test_an_entry_without_front_matter_is_named(knowledge: Path) -> None:
    (knowledge / ENTRY).write_text("# Ekstodet\n\nText.\n", encoding="utf-8")
    problem = only_problem(knowledge)
    assert (problem.file, problem.line) == (ENTRY, 1)
    assert "---" in problem.message


def test_broken_yaml_in_an_entry_names_file_and_line(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "groups: [adults]", "groups: [adults")
    problem = only_problem(knowledge)
    assert problem.file == ENTRY
    assert problem.line is not None
    assert abs(problem.line - line_of(knowledge, ENTRY, "groups: [adults")) <= 1


def test_a_key_that_stands_twice_is_refused_at_the_second(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "provider: own\n", "provider: own\nstatus: planned\n")
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, ENTRY, "status: planned")
    assert "'status' står två gånger" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "field", "said"),
    [
        ("provider: own", "provider: own\nkostnad: gratis", "kostnad", "stavningen"),
        ("needs_test: none", "needs_test: ibland", "needs_test", "'required'"),
        ("kind: unit", "kind: grupp", "kind", "'intervention'"),
        ("groups: [adults]", "groups: adults", "groups", "inom [ ]"),
        ("name: Ekstodet", "name: 112", "name", "citattecken"),
        ("as_of: 2025", "as_of: nyss", "as_of", "siffror"),
        ("as_of: 2025", "as_of: 1890", "as_of", "minst 1990"),
        ("provider: own", "provider: own\nages: {min: 30, max: 20}", "ages", "Rätta"),
        ("contacts: [vaxel]", "contacts: []", "contacts", "minst 1"),
        ("contacts: [vaxel]", "contacts: [Växel]", "contacts.0", "mönstret"),
    ],
)
def test_a_field_at_fault_is_named_with_line_and_remedy(
    knowledge: Path, old: str, new: str, field: str, said: str
) -> None:
    edit(knowledge, ENTRY, old, new)
    problem = only_problem(knowledge)
    assert problem.file == ENTRY
    assert problem.field == field
    assert problem.line == line_of(knowledge, ENTRY, f"{field.split('.')[0]}:")
    assert said in problem.remedy


def test_every_fault_of_every_file_is_told_at_once(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: grupp")
    edit(knowledge, ENTRY, "provider: own", "provider: ingen")
    edit(knowledge, "services/boendehjalpen.md", "status: current", "status: kanske")
    edit(knowledge, "sources.yaml", "as_of: 2025", "as_of: [2025]")
    fields = {(p.file, p.field) for p in Loader(knowledge).load().problems}
    assert fields == {
        (ENTRY, "kind"),
        (ENTRY, "provider"),
        ("services/boendehjalpen.md", "status"),
        ("sources.yaml", "as_of"),
    }


def test_a_missing_field_is_named(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "provider: own\n", "")
    problem = only_problem(knowledge)
    assert (problem.field, problem.message) == ("provider", "Fältet saknas.")


def test_a_file_that_is_not_utf8_is_named(knowledge: Path) -> None:
    (knowledge / ENTRY).write_bytes("---\nname: Växel\n---\n".encode("latin-1"))
    problem = only_problem(knowledge)
    assert problem.file == ENTRY
    assert "UTF-8" in problem.message


def test_a_byte_order_mark_does_no_harm(knowledge: Path) -> None:
    text = (knowledge / ENTRY).read_text(encoding="utf-8")
    (knowledge / ENTRY).write_text(text, encoding="utf-8-sig")
    loaded = Loader(knowledge).load()
    assert loaded.problems == ()
    assert len(loaded.content.services) == 3


def test_windows_line_ends_do_no_harm(knowledge: Path) -> None:
    text = (knowledge / ENTRY).read_bytes()
    before = Loader(knowledge).load().content
    (knowledge / ENTRY).write_bytes(text.replace(b"\n", b"\r\n"))
    assert Loader(knowledge).load().content == before


@pytest.mark.parametrize("end", ["---", "---\n", "---\n\n"])
def test_an_entry_without_sections_may_end_with_its_front_matter(knowledge: Path, end: str) -> None:
    path = knowledge / ENTRY
    front = path.read_text(encoding="utf-8").split("\n---\n")[0]
    path.write_text(f"{front}\n{end}", encoding="utf-8")
    loaded = Loader(knowledge).load()
    assert loaded.problems == ()
    assert [len(s.sections) for s in loaded.content.services if s.id == "ekstodet"] == [0]


def test_an_id_that_differs_from_the_file_name_is_refused(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "id: ekstodet", "id: ekonomin")
    problem = only_problem(knowledge)
    assert problem.line == 2
    assert "'ekonomin'" in problem.message


@pytest.mark.parametrize("heading", ["## Vad det är", "# Vad det är {about}", "## {about}"])
def test_a_heading_without_level_title_or_role_is_named(knowledge: Path, heading: str) -> None:
    edit(knowledge, ENTRY, "## Vad det är {about}", heading)
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, ENTRY, heading)
    assert "{about}" in problem.message


def test_an_unknown_role_is_told_at_its_heading(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "## Så gör du {how}", "## Så gör du {hur}")
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, ENTRY, "{hur}")
    assert problem.field == "Så gör du.role"
    assert "'how'" in problem.remedy


def test_a_section_without_a_source_is_told_at_its_heading(knowledge: Path) -> None:
    path = knowledge / ENTRY
    head, _, rest = path.read_text(encoding="utf-8").partition("Källa: rapport\n")
    path.write_text(head + rest, encoding="utf-8")
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, ENTRY, "{about}")
    assert problem.field == "Vad det är.evidence"


def test_text_before_the_first_heading_is_refused(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "---\n\n## Vad", "---\n\nEn vilsen rad.\n\n## Vad")
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, ENTRY, "En vilsen rad.")
    assert "före första rubriken" in problem.message


def test_a_section_that_names_unknown_evidence_is_refused(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "Källa: rapport", "Källa: rapporten")
    problem = only_problem(knowledge)
    assert "Vad det är" in problem.message
    assert "rapporten" in problem.message


def test_sources_of_a_section_may_stand_on_several_lines(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "Källa: rapport\n\n## Så", "Källa: rapporten\nKälla: rapport\n\n## Så")
    assert "rapporten" in only_problem(knowledge).message
    second = "  - {id: rapporten, document: R25, lines: 3-4}\n---\n"
    edit(knowledge, ENTRY, "needs_test]}\n---\n", f"needs_test]}}\n{second}")
    (entry,) = (s for s in Loader(knowledge).load().content.services if s.id == "ekstodet")
    assert entry.sections[0].evidence == ("rapporten", "rapport")


def test_sections_in_the_front_matter_are_refused_not_dropped(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "provider: own", "provider: own\nsections: []")
    assert only_problem(knowledge).line == line_of(knowledge, ENTRY, "sections: []")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("who_it_is_for: Vuxna", "who_it_is_for: {{namn}}\n# Vuxna", "ett enda ord"),
        ("as_of: 2025", "as_of: 2025-13-45", "inget datum"),
        ("name: Ekstodet", "name: Ek\x07stodet", "ett tecken"),
    ],
)
def test_yaml_that_breaks_in_unusual_ways_is_told_with_its_line(
    knowledge: Path, old: str, new: str, said: str
) -> None:
    edit(knowledge, ENTRY, old, new)
    problem = only_problem(knowledge)
    assert problem.line == line_of(knowledge, ENTRY, new.split("\n")[0])
    assert said in problem.message


def test_a_problem_reads_as_place_fault_and_remedy(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: grupp")
    assert str(only_problem(knowledge)).startswith(
        f"fel: {ENTRY}:4 [kind]: Värdet finns inte i listan. Välj ett av "
    )
