"""The editor's commands: exit codes, messages and JSON."""

import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from ingest import cli
from ingest.cli import app
from ingest.schema import MODELS
from tests.ingest.editing import edit
from tests.small_knowledge import TODAY

ENTRY = "services/ekstodet.md"
ON_A_DAY = ("--today", TODAY.isoformat())


def test_check_says_how_much_is_there_and_what_was_not_tried(run: CliRunner) -> None:
    result = run.invoke(app, ["check", *ON_A_DAY])
    assert result.exit_code == 0, result.output
    assert "3 poster, 0 fel, 0 varningar." in result.stdout
    assert "stadens dokument finns inte här" in result.stdout


def test_check_fails_on_an_error_and_says_where(run: CliRunner, knowledge: Path) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: grupp")
    result = run.invoke(app, ["check", *ON_A_DAY])
    assert result.exit_code == 1
    assert f"fel: {ENTRY}:4 [kind]: Värdet finns inte i listan." in result.stdout
    assert "2 poster, 1 fel," in result.stdout


def test_a_warning_fails_the_strict_check_only(run: CliRunner, knowledge: Path) -> None:
    edit(knowledge, ENTRY, "  easy: Ekstodet hjälper vuxna.\n", "")
    assert run.invoke(app, ["check", *ON_A_DAY]).exit_code == 0
    strict = run.invoke(app, ["check", "--strict", *ON_A_DAY])
    assert strict.exit_code == 1
    assert "varning:" in strict.stdout


def test_check_as_json_is_a_list_of_problems(run: CliRunner, knowledge: Path) -> None:
    assert json.loads(run.invoke(app, ["check", "--json", *ON_A_DAY]).stdout) == []
    edit(knowledge, ENTRY, "kind: unit", "kind: grupp")
    result = run.invoke(app, ["check", "--json", *ON_A_DAY])
    problem = json.loads(result.stdout)[0]
    assert result.exit_code == 1
    assert problem["code"] == "schema"
    assert (problem["file"], problem["line"], problem["field"]) == (ENTRY, 4, "kind")
    assert problem["severity"] == "fel"


def test_check_looks_anchors_up_where_documents_are(
    run: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rapport.txt").write_text("En rad.\n", encoding="utf-8")
    monkeypatch.setenv("GUIDE_DOCUMENTS", str(tmp_path))
    result = run.invoke(app, ["check"])
    assert result.exit_code == 1
    assert "R25 har 1 rader" in result.stdout
    assert "GUIDE_DOCUMENTS" not in result.stdout


def test_plan_then_run_then_nothing_more_to_do(run: CliRunner, tmp_path: Path) -> None:
    planned = json.loads(run.invoke(app, ["plan", "--json"]).stdout)
    assert (planned["poster"], planned["nya"], planned["oförändrade"]) == (3, 15, 0)
    assert not (tmp_path / "data" / "knowledge.json").exists()
    done = run.invoke(app, ["run", "--json"])
    assert json.loads(done.stdout) == {
        "version": planned["version"],
        "added": 15,
        "removed": 0,
        "kept": 0,
    }
    again = run.invoke(app, ["run"])
    assert again.exit_code == 0
    assert f"Version {planned['version']}: 0 nya, 0 borttagna, 15 oförändrade" in again.stdout
    assert "oförändrade: 15" in run.invoke(app, ["plan"]).stdout


@pytest.mark.parametrize("command", ["plan", "run"])
def test_a_faulty_folder_is_told_on_standard_error(
    run: CliRunner, knowledge: Path, tmp_path: Path, command: str
) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: grupp")
    result = run.invoke(app, [command, "--json"])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{ENTRY}:4 [kind]" in result.stderr
    assert "Inget har ändrats." in result.stderr
    assert not (tmp_path / "data" / "knowledge.json").exists()


def test_a_model_that_is_not_there_is_named_with_its_setting(
    run: CliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", str(tmp_path / "saknas"))
    result = run.invoke(app, ["run"])
    assert result.exit_code == 1
    assert "GUIDE_EMBEDDING_MODEL" in result.stderr


@pytest.mark.parametrize("command", ["check", "plan", "run"])
def test_an_unknown_setting_is_named(
    run: CliRunner, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("GUIDE_KNOWLEDGE", "x")
    result = run.invoke(app, [command])
    assert result.exit_code == 2
    assert "GUIDE_KNOWLEDGE" in result.stderr
    assert "GUIDE_KNOWLEDGE_DIR" in result.stderr


def test_schema_writes_one_file_for_each_kind(run: CliRunner, tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    result = run.invoke(app, ["schema", str(folder)])
    assert result.exit_code == 0
    assert {path.name for path in folder.iterdir()} == {f"{n}.schema.json" for n in MODELS}


def test_a_schema_folder_that_cannot_be_written_is_wrong_usage(
    run: CliRunner, tmp_path: Path
) -> None:
    (tmp_path / "fil").write_text("i vägen", encoding="utf-8")
    result = run.invoke(app, ["schema", str(tmp_path / "fil")])
    assert result.exit_code == 2
    assert "ange en annan mapp" in result.stderr


def test_check_writes_a_page_that_needs_nothing_else(
    run: CliRunner, knowledge: Path, tmp_path: Path
) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: <b>grupp</b>")
    edit(knowledge, ENTRY, "provider: own", "provider: own\n<script>: 1")
    page = tmp_path / "kontroll.html"
    assert run.invoke(app, ["check", "--html", str(page), *ON_A_DAY]).exit_code == 1
    html = page.read_text(encoding="utf-8")
    assert f"<h2>{ENTRY}</h2>" in html
    assert "rad 4" in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "http" not in html
    assert "src=" not in html


def test_a_page_that_cannot_be_written_is_wrong_usage(run: CliRunner, tmp_path: Path) -> None:
    result = run.invoke(app, ["check", "--html", str(tmp_path / "saknas" / "a.html"), *ON_A_DAY])
    assert result.exit_code == 2
    assert "--html" in result.stderr


def test_at_a_terminal_problems_stand_in_tables_by_file(
    run: CliRunner, knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(knowledge, ENTRY, "kind: unit", "kind: grupp")
    monkeypatch.setattr(cli, "console", Console(force_terminal=True, width=100, color_system=None))
    shown = run.invoke(app, ["check", *ON_A_DAY]).stdout
    assert ENTRY in shown
    assert "Värdet finns inte i listan." in shown
    assert "fel: services" not in shown
