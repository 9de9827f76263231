"""Evidence is looked up in the documents, and a claim whose place is not there is refused."""

from pathlib import Path

import pytest

from ingest.check import check
from ingest.load import Loader
from ingest.problems import Problem, Severity
from tests.ingest.editing import edit, line_of
from tests.small_knowledge import TODAY

ENTRY = "services/ekstodet.md"
DOCUMENT = """Rapport
Förvaltningen ger råd i privat-
ekonomi utan någon be-
hovsprövning – till alla vuxna
som bor i staden och F–6.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "rapport.txt").write_text(DOCUMENT, encoding="utf-8")
    return folder


def problems(knowledge: Path, documents: Path | None, lines: str, anchor: str) -> list[Problem]:
    edit(knowledge, ENTRY, "lines: 1-2,", f'lines: "{lines}", anchor: {anchor},')
    found = check(Loader(knowledge).load(), documents, TODAY)
    return [problem for problem in found if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("lines", "anchor"),
    [
        ("2-3", "ger råd i privatekonomi"),
        ("2-4", "utan någon behovsprövning till alla"),
        ("3-4", "UTAN NÅGON BEHOVSPRÖVNING"),
        ("1, 4-5", "vuxna som bor i staden"),
        ("5", "och F–6"),
        ("5", "F-6"),
    ],
)
def test_an_anchor_is_found_across_line_ends_hyphens_and_case(
    knowledge: Path, documents: Path, lines: str, anchor: str
) -> None:
    assert problems(knowledge, documents, lines, anchor) == []


@pytest.mark.parametrize(
    ("lines", "anchor"), [("2-3", "råd om bostad"), ("5", "utan någon behovsprövning")]
)
def test_an_anchor_that_does_not_stand_there_is_refused(
    knowledge: Path, documents: Path, lines: str, anchor: str
) -> None:
    (problem,) = problems(knowledge, documents, lines, anchor)
    assert (problem.file, problem.field) == (ENTRY, "evidence.rapport.anchor")
    assert problem.line == line_of(knowledge, ENTRY, "anchor:")
    assert lines in problem.message


@pytest.mark.parametrize("mark", ["\f", "\v", "\x85", "\u2028"])
def test_lines_are_counted_as_passages_count_them(
    knowledge: Path, documents: Path, mark: str
) -> None:
    text = DOCUMENT.replace("Rapport", f"Rapport{mark}2025")
    (documents / "rapport.txt").write_text(text, encoding="utf-8")
    assert problems(knowledge, documents, "5", "som bor i staden") == []
    edit(knowledge, ENTRY, 'lines: "5", anchor', 'lines: "6", anchor')
    (problem,) = check(Loader(knowledge).load(), documents, TODAY)
    assert "R25 har 5 rader" in problem.message


@pytest.mark.parametrize("lines", ["5-6", "0", "0-2", "4-2", "1, 99"])
def test_lines_that_the_document_lacks_are_refused(
    knowledge: Path, documents: Path, lines: str
) -> None:
    (problem,) = problems(knowledge, documents, lines, "råd")
    assert "R25 har 5 rader" in problem.message
    assert lines in problem.remedy


def test_evidence_in_a_document_at_hand_needs_lines(knowledge: Path, documents: Path) -> None:
    edit(knowledge, ENTRY, "lines: 1-2, ", "")
    (problem,) = check(Loader(knowledge).load(), documents, TODAY)
    assert "R25" in problem.remedy


def test_without_the_documents_nothing_is_looked_up(knowledge: Path, tmp_path: Path) -> None:
    assert problems(knowledge, None, "400-500", "står ingenstans") == []
    assert check(Loader(knowledge).load(), tmp_path / "tom", TODAY) == ()


def test_nothing_outside_the_folder_is_looked_up(knowledge: Path, documents: Path) -> None:
    (documents / "inner").mkdir()
    edit(knowledge, "sources.yaml", "rapport.txt", "../rapport.txt")
    found = problems(knowledge, documents / "inner", "400-500", "står ingenstans")
    assert [problem.code for problem in found] == ["source-file"]


def test_an_anchor_has_at_most_eight_words(knowledge: Path) -> None:
    (problem,) = problems(knowledge, None, "1", "ett två tre fyra fem sex sju åtta nio")
    assert problem.field == "evidence.0.anchor"
    assert "8 ord" in problem.message
