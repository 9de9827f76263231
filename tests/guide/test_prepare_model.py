"""Preparing makes what the engine loads, and leaves alone what only sentence-transformers can."""

from pathlib import Path

import pytest

from guide import wiring
from guide.errors import ModelPreparationError
from guide.settings import Settings

NAME = "intfloat/multilingual-e5-base"


def test_a_model_by_name_needs_no_preparing(tmp_path: Path) -> None:
    for engine in ("auto", "sentence-transformers"):
        settings = Settings(data_dir=tmp_path, embedding_model=NAME, embedding_engine=engine)
        assert wiring.prepare_model(settings) == Path(NAME)


def test_a_folder_that_cannot_be_exported_stays_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    settings = Settings(data_dir=tmp_path, embedding_model=str(other))
    assert wiring.prepare_model(settings) == other


@pytest.mark.parametrize("model", [NAME, "."])
def test_an_export_that_is_asked_for_and_cannot_be_made_says_why(
    tmp_path: Path, model: str
) -> None:
    settings = Settings(data_dir=tmp_path, embedding_model=model, embedding_engine="onnx")
    with pytest.raises(ModelPreparationError, match=r"folder|config"):
        wiring.prepare_model(settings)
