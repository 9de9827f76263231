"""The commands tell what is wrong and what to do."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from guide.cli import app
from guide.model.answer import Answer
from guide.settings import Settings

RUNNER = CliRunner()


@pytest.fixture
def environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings as the environment of a command."""
    monkeypatch.setenv("GUIDE_KNOWLEDGE_DIR", str(settings.knowledge_dir))
    monkeypatch.setenv("GUIDE_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", settings.embedding_model)
    return settings


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


@pytest.mark.usefixtures("environment", "published_settings")
def test_ask_prints_json_that_is_an_answer() -> None:
    result = RUNNER.invoke(app, ["ask", "stöd med ekonomi", "--json"])
    assert result.exit_code == 0, result.output
    answer = Answer.model_validate(json.loads(result.stdout))
    assert answer.sentences
    assert answer.services


@pytest.mark.usefixtures("environment", "published_settings")
def test_ask_prints_sentences_with_their_sources() -> None:
    result = RUNNER.invoke(app, ["ask", "stöd med ekonomi"])
    assert result.exit_code == 0, result.output
    assert "[1]" in result.stdout
    assert "Rapport 2025" in result.stdout


@pytest.mark.usefixtures("environment", "published_settings")
def test_staff_may_ask_as_staff() -> None:
    question = "Vilken intern rutin har Ekstodet?"
    resident = RUNNER.invoke(app, ["ask", question])
    staff = RUNNER.invoke(app, ["ask", question, "--audience", "staff"])
    assert staff.exit_code == 0, staff.output
    assert "har en intern rutin" in staff.stdout
    assert "har en intern rutin" not in resident.stdout


@pytest.mark.parametrize("question", ["", "   ", "a" * 2001])
def test_a_question_that_cannot_be_asked_exits_with_2(question: str) -> None:
    result = RUNNER.invoke(app, ["ask", question])
    assert result.exit_code == 2
    assert "question" in result.stderr


@pytest.mark.usefixtures("environment")
def test_nothing_published_names_the_command_to_run() -> None:
    result = RUNNER.invoke(app, ["ask", "hjälp"])
    assert result.exit_code == 1
    assert "python -m ingest run" in result.stderr


@pytest.mark.usefixtures("environment", "published_settings")
def test_a_missing_model_folder_names_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", str(tmp_path / "nowhere"))
    result = RUNNER.invoke(app, ["ask", "hjälp"])
    assert result.exit_code == 1
    assert "GUIDE_EMBEDDING_MODEL" in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GUIDE_PORT", "many"),
        ("GUIDE_PORT", "70000"),
        ("GUIDE_STAFF_TOKEN", "short"),
        ("GUIDE_MAX_BODY_BYTES", "10"),
        ("GUIDE_CHROMA_URL", "localhost:8000"),
        ("GUIDE_PROT", "8000"),
    ],
)
@pytest.mark.parametrize("command", [["ask", "hjälp"], ["serve"], ["doctor"]])
def test_a_wrong_setting_exits_with_2_and_its_name(
    command: list[str], name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    result = RUNNER.invoke(app, command)
    assert result.exit_code == 2
    assert name in result.stderr


def test_a_taken_port_is_told_before_anything_is_loaded(
    environment: Settings, taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_PORT", str(taken_port))
    result = RUNNER.invoke(app, ["serve"])
    assert result.exit_code == 1
    assert str(taken_port) in result.stderr
    assert "GUIDE_PORT" in result.stderr
    assert not environment.data_dir.exists()


@pytest.mark.usefixtures("environment")
def test_serve_without_knowledge_names_the_command_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("GUIDE_PORT", str(probe.getsockname()[1]))
    result = RUNNER.invoke(app, ["serve"])
    assert result.exit_code == 1
    assert "python -m ingest run" in result.stderr


@pytest.mark.usefixtures("environment", "published_settings")
def test_doctor_is_content_when_all_is_there() -> None:
    result = RUNNER.invoke(app, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "FAIL" not in result.stdout


@pytest.mark.usefixtures("environment")
def test_doctor_exits_with_1_when_something_is_missing() -> None:
    result = RUNNER.invoke(app, ["doctor"])
    assert result.exit_code == 1
    assert "FAIL" in result.stdout
