"""An example of danger that an editor adds is recognised after a run, and what it catches told."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from guide import wiring
from guide.catalogue.catalogue import Catalogue
from guide.model.question import Question
from guide.model.status import NoticeCode
from ingest.check import check
from ingest.cli import app
from ingest.load import Loader
from tests.ingest.workshop import Workshop
from tests.small_knowledge import TODAY
from tests.word_embedder import WordEmbedder

RULES = """- id: hot
  message: crisis.hot
  contacts: [kontaktcenter]
  any: ['hotar mig']
- id: oklar-fara
  message: crisis.oklar-fara
  contacts: [kontaktcenter]
  any: ['livrädd']
"""
TEXTS = "\ncrisis:\n  hot: Ring om hotet.\n  oklar-fara: Ring om du är i fara.\n"
SAID = "de parkerar mittemot igen"
HARMLESS = "sv: [grannarna parkerar på vår plats, ingen hotar mig med böter]\n"


@pytest.fixture
def folder(knowledge: Path) -> Path:
    """The small knowledge with two crisis rules and what only sounds like one."""
    (knowledge / "rules" / "examples").mkdir(parents=True)
    (knowledge / "rules" / "crisis.yaml").write_text(RULES, encoding="utf-8")
    (knowledge / "rules" / "examples" / "ofarligt.yaml").write_text(HARMLESS, encoding="utf-8")
    for language in ("sv", "en"):
        with (knowledge / "messages" / f"{language}.yaml").open("a", encoding="utf-8") as file:
            file.write(TEXTS)
    return knowledge


@pytest.fixture
def editors(folder: Path, tmp_path: Path) -> Workshop:
    return Workshop(folder, tmp_path / "data", WordEmbedder())


def add_example(folder: Path, rule: str = "hot") -> None:
    more = f"sv: [{SAID}, samma bil parkerar mittemot i natt]\n"
    (folder / "rules" / "examples" / f"{rule}.yaml").write_text(more, encoding="utf-8")


def codes(editors: Workshop, asked: str) -> set[NoticeCode]:
    editors.sync().run()
    catalogue = Catalogue(editors.published())
    guide = wiring.build_guide(catalogue, WordEmbedder(), editors.store(), None)
    return {notice.code for notice in guide.answer(Question(question=asked)).notices}


def test_a_crisis_example_is_recognised_after_a_run(editors: Workshop) -> None:
    said = "nu parkerar de mittemot igen i natt"
    assert NoticeCode.CRISIS not in codes(editors, said)
    add_example(editors.knowledge)
    assert NoticeCode.CRISIS in codes(editors, said)
    assert NoticeCode.CRISIS not in codes(editors, "jag vill ha ekonomi nummer 3")


def test_examples_of_no_rule_are_a_fault(folder: Path) -> None:
    add_example(folder, "inget-sadant")
    found = [p for p in check(Loader(folder).load(), today=TODAY) if p.code == "unknown-rule"]
    assert [p.file for p in found] == ["rules/examples/inget-sadant.yaml"]


def test_a_pattern_that_catches_what_is_harmless_is_told(folder: Path) -> None:
    found = [p for p in check(Loader(folder).load(), today=TODAY) if p.code == "crisis-in-peace"]
    assert ["ingen hotar mig med böter" in p.message for p in found] == [True]


def test_a_text_that_teaches_two_rules_is_told(folder: Path) -> None:
    add_example(folder, "hot")
    add_example(folder, "oklar-fara")
    assert "same-rule-example" in {p.code for p in check(Loader(folder).load(), today=TODAY)}


def test_the_editor_sees_what_a_pattern_or_example_also_catches(
    folder: Path, tmp_path: Path, run: CliRunner
) -> None:
    add_example(folder)
    result = run.invoke(app, ["catches", "--rule", "hot"])
    assert result.exit_code == 0, result.output
    assert "hot (mönster): ingen hotar mig med böter" in result.stdout
    assert not (tmp_path / "data" / "knowledge.json").exists()


@pytest.mark.usefixtures("folder")
def test_a_family_without_examples_catches_nothing_and_says_so(run: CliRunner) -> None:
    result = run.invoke(app, ["catches", "--family", "scope"])
    assert result.exit_code == 0, result.output
    assert "0 vardagliga meddelanden fångas." in result.stdout


def test_errors_in_the_folder_are_told_before_anything_is_learned(
    folder: Path, run: CliRunner
) -> None:
    add_example(folder, "inget-sadant")
    for command in (["catches"], ["vectors"], ["tune"]):
        result = run.invoke(app, command)
        assert result.exit_code == 1, command
        assert "inget-sadant.yaml" in result.stderr, command


def test_publishing_does_not_wait_for_what_only_warns(folder: Path) -> None:
    add_example(folder, "inget-sadant")
    found = {p.code for p in check(Loader(folder).load(), today=TODAY, thorough=False)}
    assert "unknown-rule" in found
    assert "crisis-in-peace" not in found
