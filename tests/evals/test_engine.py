"""Both engines are measured over the same texts, each in a process of its own."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from evals.cli import app
from evals.engine import agreement
from guide.ports import Vectors

pytestmark = pytest.mark.alone


def unit(*rows: list[float]) -> Vectors:
    table = np.array(rows, np.float32)
    return np.asarray(table / np.linalg.norm(table, axis=1, keepdims=True), np.float32)


def test_equal_vectors_agree_wholly() -> None:
    vectors = (unit([1, 0], [0, 1]), unit([1, 1], [1, 0], [0, 1]))
    found = agreement(vectors, vectors)
    assert found["least_cosine"] == pytest.approx(1)
    assert (found["most_difference"], found["top_1"], found["top_10"]) == (0, 1, 1)


def test_a_question_that_finds_another_passage_first_is_told() -> None:
    passages = unit([1, 0], [0, 1])
    found = agreement((unit([1, 0], [1, 0]), passages), (unit([1, 0], [0, 1]), passages))
    assert found["top_1"] == 0.5
    assert found["least_cosine"] == pytest.approx(0)
    assert found["most_difference"] == pytest.approx(1)


def test_the_command_measures_both_engines_and_their_agreement(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", str(tiny_model))
    monkeypatch.setenv("GUIDE_DATA_DIR", str(tmp_path))
    result = CliRunner().invoke(app, ["engine", "--passages", "20", "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["agreement"]["least_cosine"] > 0.999
    ours, theirs = told["engines"]["onnx"], told["engines"]["sentence-transformers"]
    assert theirs["imports_torch"]
    assert not ours["imports_torch"]
    assert ours["memory_mb"] < theirs["memory_mb"]


def test_a_model_that_one_engine_cannot_load_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GUIDE_DATA_DIR", str(tmp_path))
    result = CliRunner().invoke(app, ["engine", "--passages", "1"])
    assert result.exit_code == 1
    assert "onnx: " in result.stderr
    assert "nowhere" in result.stderr
