"""What tuning changed is kept in a small file and exported with the model it belongs to."""

from pathlib import Path

import numpy as np
import pytest

from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.onnx_export import is_exported, prepare_export
from guide.adapters.tuned_weights import TunedWeights, head_name
from guide.errors import ModelPreparationError
from guide.ports import Vectors

MATRIX = "encoder.layer.0.output.dense.weight"
TEXTS = ["jag har skulder", "var ligger träffpunkten"]


def change(tiny_model: Path, size: float) -> TunedWeights:
    """A difference of that size in one matrix, of the tiny model's shape."""
    from safetensors import safe_open

    with safe_open(tiny_model / "model.safetensors", framework="numpy") as stored:
        shape = stored.get_tensor(MATRIX).shape
    random = np.random.default_rng(1)
    return TunedWeights({MATRIX: size * random.standard_normal(shape).astype(np.float32)})


def vectors(tiny_model: Path, cache: Path, tuning: Path | None = None) -> Vectors:
    return OnnxEmbedder(prepare_export(tiny_model, cache, tuning=tuning)).embed_passages(TEXTS)


def test_what_was_written_is_read_back_nearly_the_same(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    matrix = 0.01 * random.standard_normal((6, 40)).astype(np.float32)
    head = np.array([1.5, -2.0, 0.25], np.float32)
    TunedWeights({"m": matrix, "b": matrix[0], head_name("crisis"): head}).write(tmp_path / "t.npz")
    again = TunedWeights.read(tmp_path / "t.npz")
    assert np.abs(again.changed("m", np.zeros_like(matrix)) - matrix).max() < 0.0003
    assert np.abs(again.changed("b", np.zeros(40, np.float32)) - matrix[0]).max() < 0.0001
    assert again.heads()["crisis"].tolist() == head.tolist()
    assert again.changed("another", head) is head


@pytest.mark.parametrize("content", [b"", b"half a fi", b"PK\x03\x04" + b"\0" * 40])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rules.npz"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"rules\.npz"):
        TunedWeights.read(path)


def test_a_tuned_export_stands_beside_the_plain_one(tiny_model: Path, tmp_path: Path) -> None:
    tuning, cache = tmp_path / "rules.npz", tmp_path / "cache"
    change(tiny_model, 0.1).write(tuning)
    plain, tuned = vectors(tiny_model, cache), vectors(tiny_model, cache, tuning)
    assert np.abs(plain - tuned).max() > 0.01
    assert (cache / "tiny-onnx").is_dir()
    assert (cache / "tiny-rules-onnx").is_dir()


def test_another_tuning_makes_another_export(tiny_model: Path, tmp_path: Path) -> None:
    tuning, cache = tmp_path / "rules.npz", tmp_path / "cache"
    change(tiny_model, 0.1).write(tuning)
    before = OnnxEmbedder(prepare_export(tiny_model, cache, tuning=tuning)).fingerprint
    assert is_exported(tiny_model, cache, tuning)
    change(tiny_model, 0.2).write(tuning)
    assert not is_exported(tiny_model, cache, tuning)
    after = OnnxEmbedder(prepare_export(tiny_model, cache, tuning=tuning)).fingerprint
    assert before != after


def test_a_tuning_of_another_model_is_refused(tiny_model: Path, tmp_path: Path) -> None:
    tuning = tmp_path / "rules.npz"
    TunedWeights({MATRIX: np.ones((3, 5), np.float32)}).write(tuning)
    with pytest.raises(ModelPreparationError, match=r"output\.dense"):
        prepare_export(tiny_model, tmp_path / "cache", tuning=tuning)
    assert not (tmp_path / "cache" / "tiny-rules-onnx").exists()
