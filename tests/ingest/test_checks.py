"""Each check finds its fault with file and line; a sound folder has none of them."""

from pathlib import Path

import pytest

from ingest.check import check
from ingest.load import Loader
from ingest.problems import Problem
from tests.ingest.editing import edit, line_of, write
from tests.small_knowledge import TODAY

ENTRY = "services/ekstodet.md"
OTHER = "services/boendehjalpen.md"
TEXT = "Ring växeln och fråga efter Ekstodet."
SWITCHBOARD = "1\n  general: true\n  source: R25\n  verified: 2025-06-01"
HEAVY = " ".join(["Socialförvaltningens handläggningsrutiner förtydligas"] * 6) + "."


def found(folder: Path, code: str) -> list[Problem]:
    problems = check(Loader(folder).load(), today=TODAY)
    assert all(problem.line is not None and problem.remedy for problem in problems)
    return [problem for problem in problems if problem.code == code]


def test_an_example_that_teaches_two_entries_the_same_is_told(knowledge: Path) -> None:
    write(
        knowledge,
        "examples/boendehjalpen.yaml",
        "sv:\n  - nytt\n  - Jag vill ha ekonomi nummer 3\n",
    )
    assert [(p.file, p.line) for p in found(knowledge, "same-example")] == [
        ("examples/boendehjalpen.yaml", 3)
    ]


def test_examples_of_no_entry_are_refused(knowledge: Path) -> None:
    write(knowledge, "examples/finnsinte.yaml", "sv:\n  - nytt\n")
    assert [p.file for p in found(knowledge, "unknown-entry")] == ["examples/finnsinte.yaml"]


@pytest.mark.parametrize(
    ("code", "file", "old", "new", "line"),
    [
        ("stale-contact", "contacts.yaml", SWITCHBOARD,
         "1\n  source: R25\n  verified: 2024-12-01", "2024-12-01"),
        ("undated-contact", "contacts.yaml", SWITCHBOARD,
         "1\n  source: R25\n  verified: null", "null"),
        ("stale-contact", "contacts.yaml", SWITCHBOARD,
         "1\n  crisis: true\n  source: R25\n  verified: 2025-05-01", "2025-05-01"),
        ("newer-source", ENTRY, "as_of: 2025", "as_of: 2021", "as_of"),
        ("older-status", ENTRY, "as_of: 2025", "as_of: 2026", "status"),
        ("same-name", "services/samtalsrummet.md", "kind: unit", "aliases: [ekstodet]\nkind: unit",
         "aliases"),
        ("same-phrase", ENTRY, "jag vill ha ekonomi nummer 3", "bostad nummer 3 vill jag ha",
         "  sv: [jag"),
        ("link-to-itself", ENTRY, "provider: own", "provider: own\nalternatives: [ekstodet]",
         "alternatives"),
        ("replaced-but-offered", ENTRY, "provider: own",
         "provider: own\nreplaced_by: [boendehjalpen]", "replaced_by"),
        ("dead-end", ENTRY, "status: current", "status: ended", "status: ended"),
        ("contact-in-text", ENTRY, TEXT, "Ring 042-12 34 56.", "Ring 042"),
        ("contact-in-text", ENTRY, TEXT, "Ring 020-50 50 50.", "Ring 020"),
        ("contact-in-text", ENTRY, TEXT, "Ring 0771-25 25 25.", "Ring 0771"),
        ("contact-in-text", ENTRY, TEXT, "Ring +46 42 10 50 00.", "Ring +46"),
        ("contact-in-text", ENTRY, TEXT, "Se www.exempel.se.", "Se www"),
        ("contact-in-text", ENTRY, TEXT, "Skriv till namn@exempel.se.", "namn@exempel"),
        ("contact-in-text", ENTRY, "Vuxna som", "Ring 0421234567. Vuxna som", "who_it_is_for"),
        ("hard-to-read", ENTRY, TEXT, HEAVY, "## Så gör du"),
        ("missing-text", "messages/en.yaml", "or: or", "", "list:"),
        ("reference", "sources.yaml", "- id: R25", "- id: R25\n  superseded_by: R99",
         "superseded_by"),
        ("reference", "sources.yaml", "- id: R25", "- id: R25\n  superseded_by: R25",
         "superseded_by"),
        ("source-file", "sources.yaml", "rapport.txt", "../rapport.txt", "file:"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_code_file_and_line(
    knowledge: Path, code: str, file: str, old: str, new: str, line: str
) -> None:
    assert found(knowledge, code) == []
    edit(knowledge, file, old, new)
    (problem,) = found(knowledge, code)
    assert (problem.file, problem.line) == (file, line_of(knowledge, file, line))


def test_current_entries_with_old_evidence_alone_are_told(knowledge: Path) -> None:
    edit(knowledge, "sources.yaml", "as_of: 2025", "as_of: 2022")
    assert {problem.file for problem in found(knowledge, "old-evidence")} >= {ENTRY, OTHER}


@pytest.mark.parametrize(
    "text",
    [
        "Ekstodet ger råd utan behovsprövning.",
        "Du behöver inte ansöka om råd från Ekstodet.",
        "Det krävs ingen utredning för råd.",
        "Råden ges utan att du först ansöker eller utan föregående behovsprövning.",
        "No assessment is needed.",
    ],
)
def test_help_without_assessment_is_told_where_the_field_does_not_say_so(
    knowledge: Path, text: str
) -> None:
    edit(knowledge, ENTRY, TEXT, text)
    assert found(knowledge, "needs-test-text") == []
    edit(knowledge, ENTRY, "needs_test: none", "needs_test: required")
    (problem,) = found(knowledge, "needs-test-text")
    assert (problem.file, problem.line) == (ENTRY, line_of(knowledge, ENTRY, text))


@pytest.mark.parametrize(
    "text",
    [
        "Ekstodet ger råd efter behovsprövning.",
        "Det krävs en utredning för att få råd.",
        "Du måste ansöka om råd.",
        "En ansökan krävs.",
    ],
)
def test_a_demand_for_assessment_is_told_where_the_field_says_none(
    knowledge: Path, text: str
) -> None:
    edit(knowledge, ENTRY, TEXT, text)
    (problem,) = found(knowledge, "needs-test-text")
    assert (problem.file, problem.line) == (ENTRY, line_of(knowledge, ENTRY, text))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("required", "Boendehjalpen ger råd utan behovsprövning."),
        ("unknown", "Källorna säger inte om råd ges utan behovsprövning."),
        ("unknown", "Den nya lagen gör det möjligt att ge råd utan behovsprövning."),
        ("none", "Råden hör till insatser som inte kräver biståndsbedömning."),
        ("none", "För råd krävs inte någon ansökan."),
        ("none", "Boendehjalpen ges efter behovsprövning."),
    ],
)
def test_denials_doubts_and_sentences_on_other_entries_are_left_alone(
    knowledge: Path, value: str, text: str
) -> None:
    edit(knowledge, ENTRY, "needs_test: none", f"needs_test: {value}")
    edit(knowledge, ENTRY, TEXT, text)
    assert found(knowledge, "needs-test-text") == []


@pytest.mark.parametrize(
    "text", ["Fråga efter Karin Ek.", "Chefen heter Karin.", "Ring Karin af Ek."]
)
def test_a_persons_name_is_told(knowledge: Path, text: str) -> None:
    write(knowledge, "swedish/fornamn.txt", "# Namn\nKarin\nMaria\n")
    edit(knowledge, ENTRY, TEXT, text)
    (problem,) = found(knowledge, "person")
    assert (problem.file, problem.line) == (ENTRY, line_of(knowledge, ENTRY, text))


@pytest.mark.parametrize("text", ["Gå till Maria kyrka.", "Ring Maria Nord.", "Maria är en enhet."])
def test_places_and_entries_are_no_persons(knowledge: Path, text: str) -> None:
    write(knowledge, "swedish/fornamn.txt", "Maria\n")
    edit(knowledge, OTHER, "kind: unit", "aliases: [Maria Nord]\nkind: unit")
    edit(knowledge, ENTRY, TEXT, text)
    assert found(knowledge, "person") == []


@pytest.mark.parametrize(
    "text", ["Ring 112.", "Ring 116 111 eller 114 14.", "År 2017-2021 fanns 10 841."]
)
def test_numbers_that_are_names_years_and_amounts_may_stand(knowledge: Path, text: str) -> None:
    edit(knowledge, ENTRY, TEXT, text)
    assert found(knowledge, "contact-in-text") == []


def test_two_phrases_that_share_their_rare_words_are_told(knowledge: Path) -> None:
    assert found(knowledge, "close-phrase") == []
    edit(knowledge, OTHER, "jag vill ha bostad nummer 3", "grannen skriker varje natt")
    edit(knowledge, ENTRY, "jag vill ha ekonomi nummer 3", "grannen skriker varje kväll och natt")
    (problem,) = found(knowledge, "close-phrase")
    assert (problem.file, problem.line) == (ENTRY, line_of(knowledge, ENTRY, "grannen"))


def test_two_nearly_equal_summaries_are_told(knowledge: Path) -> None:
    for file in (ENTRY, OTHER):
        name = Path(file).stem.capitalize()
        edit(knowledge, file, f"easy: {name} hjälper vuxna.", "easy: Här får vuxna hjälp.")
    (problem,) = found(knowledge, "same-summary")
    assert problem.line == line_of(knowledge, problem.file, "easy: Här")


def test_alternatives_that_are_not_offered_are_told(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "provider: own", "provider: own\nalternatives: [boendehjalpen]")
    edit(knowledge, OTHER, "status: current", "status: ended\nalternatives: [ekstodet]")
    (problem,) = found(knowledge, "alternative-not-offered")
    assert (problem.file, problem.line) == (ENTRY, line_of(knowledge, ENTRY, "alternatives"))


def test_a_resident_is_not_led_to_an_entry_for_staff(knowledge: Path) -> None:
    edit(knowledge, ENTRY, "provider: own", "provider: own\nalternatives: [boendehjalpen]")
    assert found(knowledge, "link-to-staff-entry") == []
    edit(knowledge, OTHER, "kind: unit", "audience: staff\nkind: unit")
    (problem,) = found(knowledge, "link-to-staff-entry")
    assert (problem.file, problem.line) == (ENTRY, line_of(knowledge, ENTRY, "alternatives"))


@pytest.mark.parametrize(
    ("file", "record"),
    [
        ("contacts.yaml", "- id: ny\n  label: Ny\n  source: R25\n  verified: 2025-06-01\n"),
        ("sources.yaml", "- id: ny\n  title: Ny\n  as_of: 2025\n"),
    ],
)
def test_a_record_that_nothing_names_is_told(knowledge: Path, file: str, record: str) -> None:
    text = (knowledge / file).read_text(encoding="utf-8")
    write(knowledge, file, text + record)
    (problem,) = found(knowledge, "unused")
    assert (problem.file, problem.line) == (file, line_of(knowledge, file, "- id: ny"))


def test_languages_that_the_folder_speaks_are_missed_once_for_each_entry(knowledge: Path) -> None:
    for language in ("so", "ar"):
        write(knowledge, f"messages/{language}.yaml", "list: {or: ama}\n")
    problems = found(knowledge, "missing-language")
    assert len(problems) == 3
    assert "ar, so" in problems[0].message
    assert problems[0].line == line_of(knowledge, problems[0].file, "summary:")


PREMISE = """id: tro
any: [alla får]
phrases: {sv: [alla får hjälp, ingen får hjälp], en: []}
correction: {sv: Nej.}
evidence:
  - {id: a, document: R25, lines: 1-1, anchor: står inte där}
"""


def test_a_phrase_that_its_premise_does_not_recognise_is_told(knowledge: Path) -> None:
    write(knowledge, "premises/tro.yaml", PREMISE)
    (problem,) = found(knowledge, "premise-phrase")
    assert (problem.file, problem.line) == ("premises/tro.yaml", 3)
    assert "ingen får hjälp" in problem.message


def test_anchors_of_premises_are_looked_up(knowledge: Path, tmp_path: Path) -> None:
    write(knowledge, "premises/tro.yaml", PREMISE)
    (tmp_path / "rapport.txt").write_text("En rad.\nEn till.\n", encoding="utf-8")
    problems = check(Loader(knowledge).load(), tmp_path, TODAY)
    (problem,) = [problem for problem in problems if problem.code == "anchor"]
    assert (problem.file, problem.line) == ("premises/tro.yaml", 6)
