"""An export is made once, whole or not at all, from the weights that are there now."""

import json
import os
import random
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.onnx_export import is_exported, prepare_export
from guide.adapters.onnx_graph import in_eight_bits
from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from guide.errors import ModelPreparationError
from tests.processes import forkserver
from tests.threads import at_once

KILLS = 30


@pytest.fixture
def model(tiny_model: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model that a test may change."""
    return shutil.copytree(tiny_model, tmp_path / "models" / "tiny")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def left_in(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir() if not path.name.endswith(".lock"))


def change_json(path: Path, **values: Any) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, **values}), encoding="utf-8")


def test_the_first_call_makes_the_export_and_the_second_does_nothing(
    model: Path, cache: Path
) -> None:
    said: list[str] = []
    folder = prepare_export(model, cache, said.append)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert prepare_export(model, cache, said.append) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert len(said) == 1
    assert left_in(cache) == ["tiny-onnx"]


def test_the_export_stands_on_its_own(model: Path, cache: Path) -> None:
    folder = prepare_export(model, cache)
    moved = folder.rename(cache / "elsewhere")
    shutil.rmtree(model)
    assert OnnxEmbedder(moved).embed_query("hjälp").shape == (32,)


def test_an_export_does_not_change_the_reference_engines_fingerprint(model: Path) -> None:
    before = SentenceTransformerEmbedder(model).fingerprint
    prepare_export(model, model.parent)
    assert SentenceTransformerEmbedder(model).fingerprint == before


@pytest.mark.parametrize("damage", ["cut", "delete", "stamp", "version"])
def test_a_damaged_or_outdated_export_is_made_again(model: Path, cache: Path, damage: str) -> None:
    folder = prepare_export(model, cache)
    match damage:
        case "cut":
            (folder / "weights.data").write_bytes(b"half")
        case "delete":
            (folder / "tokenizer.json").unlink()
        case "stamp":
            (folder / "export.json").write_text("[]", encoding="utf-8")
        case "version":
            change_json(folder / "export.json", format=0)
    assert not is_exported(model, cache)
    prepare_export(model, cache)
    assert is_exported(model, cache)
    assert left_in(cache) == ["tiny-onnx"]


def test_other_weights_are_exported_anew_and_get_another_fingerprint(
    model: Path, cache: Path
) -> None:
    before = OnnxEmbedder(prepare_export(model, cache)).fingerprint
    data = bytearray((model / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (model / "model.safetensors").write_bytes(data)
    assert not is_exported(model, cache)
    assert OnnxEmbedder(prepare_export(model, cache)).fingerprint != before


def test_the_same_weights_with_another_time_are_not_exported_anew(model: Path, cache: Path) -> None:
    prepare_export(model, cache)
    os.utime(model / "model.safetensors", (1, 1))
    assert is_exported(model, cache)


@pytest.mark.parametrize(
    ("file", "values", "message"),
    [
        ("config.json", {"model_type": "mpnet"}, "model_type"),
        ("config.json", {"hidden_act": "relu"}, "hidden_act"),
        ("config.json", {"position_embedding_type": "relative_key"}, "absolute positions"),
        ("config.json", {"hidden_size": 33}, "hidden_size"),
        ("config.json", {"num_hidden_layers": 3}, "does not hold this encoder"),
        ("1_Pooling/config.json", {"pooling_mode_cls_token": True}, "mean pooling"),
        ("sentence_bert_config.json", {"do_lower_case": True}, "do_lower_case"),
    ],
)
def test_another_kind_of_model_is_refused_with_the_other_engine_named(
    model: Path, cache: Path, file: str, values: dict[str, Any], message: str
) -> None:
    change_json(model / file, **values)
    with pytest.raises(ModelPreparationError, match=message) as raised:
        prepare_export(model, cache)
    assert "GUIDE_EMBEDDING_ENGINE=sentence-transformers" in str(raised.value)
    assert left_in(cache) == []


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_model_that_lacks_a_file_is_refused_by_its_name(
    model: Path, cache: Path, name: str
) -> None:
    (model / name).unlink()
    with pytest.raises(ModelPreparationError, match=name):
        prepare_export(model, cache)
    assert left_in(cache) == []


def test_a_folder_that_cannot_be_made_is_named(model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(ModelPreparationError, match="GUIDE_DATA_DIR"):
        prepare_export(model, tmp_path / "file" / "cache")


def test_runs_at_once_make_one_export(model: Path, cache: Path) -> None:
    said: list[str] = []
    at_once(*[partial(prepare_export, model, cache, said.append)] * 4)
    assert sum("Exporting" in line for line in said) == 1
    assert is_exported(model, cache)


def test_killed_exports_leave_nothing_half_made(model: Path, cache: Path) -> None:
    """Killed anywhere, an export is there whole or not at all; the next run tidies up."""
    chance = random.Random(20260301)
    context = forkserver()
    ended = 0
    for _ in range(KILLS):
        shutil.rmtree(cache / "tiny-onnx", ignore_errors=True)
        process = context.Process(target=prepare_export, args=(model, cache))
        process.start()
        process.join(chance.uniform(0, 0.1))
        ended += process.exitcode is not None
        process.kill()
        process.join()
        assert (cache / "tiny-onnx").exists() == is_exported(model, cache)
    prepare_export(model, cache)
    assert left_in(cache) == ["tiny-onnx"]
    assert ended < KILLS


def test_xlm_roberta_counts_positions_from_behind_the_padding(model: Path, cache: Path) -> None:
    from transformers import XLMRobertaConfig, XLMRobertaModel

    config = XLMRobertaConfig(
        vocab_size=80,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
        max_position_embeddings=66,
        type_vocab_size=1,
        pad_token_id=1,
    )
    XLMRobertaModel(config).save_pretrained(model)
    change_json(model / "1_Pooling" / "config.json", word_embedding_dimension=64)
    change_json(model / "sentence_bert_config.json", max_seq_length=64)
    change_json(model / "tokenizer_config.json", model_max_length=64)
    texts = ["hjälp", "stöd och råd till dig", "", "långt " * 100]
    found = OnnxEmbedder(prepare_export(model, cache)).embed_passages(texts)
    expected = SentenceTransformerEmbedder(model).embed_passages(texts)
    assert (found * expected).sum(axis=1).min() > 0.999


def test_eight_bits_are_within_half_a_step_of_the_number() -> None:
    table = np.random.default_rng(3).normal(size=(50, 64)).astype(np.float32)
    table[7] = 0
    numbers, scales = in_eight_bits(table)
    again = (numbers.reshape(50, 2, 32).astype(np.float32) - 128) * scales[..., None]
    steps = np.repeat(scales, 32, axis=1)
    assert (np.abs(again.reshape(50, 64) - table) <= steps * 0.501).all()
    assert (again[7] == 0).all()
