"""The README's commands are run, and its tables name what the code has."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from guide.settings import PREFIX, PROJECT, Settings
from tests.editors_folder import copied_knowledge, write_minutes

README = (PROJECT / "README.md").read_text(encoding="utf-8")
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in SHELL.findall(README) for line in block.splitlines() if line.strip()]
PYTHON = [line for line in COMMANDS if line.startswith("python -m ")]
MAKE = [line for line in COMMANDS if line.startswith("make ")]


def test_readme_shows_the_commands_that_people_need() -> None:
    shown = "\n".join(COMMANDS)
    for command in ("make run", "make test", "guide ask", "guide doctor", "ingest check", "evals"):
        assert command in shown


@pytest.mark.model
@pytest.mark.parametrize("command", PYTHON)
def test_command_of_the_readme_runs(command: str, real_settings: Settings, tmp_path: Path) -> None:
    corpus = {"id": "a", "text": "Hjälp för den som spelar om pengar"}
    query = {"id": "q", "text": "jag spelar bort pengar", "relevant": ["a"]}
    (tmp_path / "corpus.jsonl").write_text(json.dumps(corpus), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text(json.dumps(query), encoding="utf-8")
    (tmp_path / "evals").symlink_to(PROJECT / "evals")
    write_minutes(tmp_path / "report.pdf")
    knowledge = copied_knowledge(tmp_path / "knowledge")
    data = str(real_settings.data_dir)
    done = subprocess.run(
        [sys.executable, *shlex.split(command)[1:]],
        cwd=tmp_path,
        env={
            **os.environ,
            "GUIDE_DATA_DIR": data,
            "GUIDE_KNOWLEDGE_DIR": str(knowledge),
            "GUIDE_DOCUMENTS": str(knowledge / "documents"),
            "PYTHONPATH": str(PROJECT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("command", MAKE)
def test_make_target_of_the_readme_exists(command: str) -> None:
    done = subprocess.run(
        [*shlex.split(command), "--dry-run"], cwd=PROJECT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_setting_is_in_the_readme() -> None:
    for name in Settings.model_fields:
        assert f"`{PREFIX}{name.upper()}`" in README


def test_every_folder_of_the_readme_exists() -> None:
    for folder in re.findall(r"^\| `([a-z]+/)` \|", README, re.MULTILINE):
        assert (PROJECT / folder).is_dir()


def test_pictures_of_the_readme_exist() -> None:
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (PROJECT / picture).is_file()
