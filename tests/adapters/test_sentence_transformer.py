"""Any sentence-transformers model as an embedder."""

import json
import shutil
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from guide.errors import ModelMissing
from guide.ports import Vectors
from tests.threads import at_once


@pytest.fixture(scope="module")
def embedder(tiny_model: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(tiny_model)


def test_vectors_have_the_models_dimension_and_unit_length(
    embedder: SentenceTransformerEmbedder,
) -> None:
    passages = embedder.embed_passages(["hjälp", "stöd och råd", ""])
    assert passages.shape == (3, 32)
    assert passages.dtype == np.float32
    assert embedder.embed_query("hjälp").shape == (32,)
    np.testing.assert_allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-5)


def test_a_question_and_a_passage_are_prompted_differently(
    embedder: SentenceTransformerEmbedder,
) -> None:
    as_passage = embedder.embed_passages(["hjälp"])[0]
    assert not np.allclose(embedder.embed_query("hjälp"), as_passage, atol=1e-3)


def test_prompts_from_the_settings_take_the_place_of_the_models(
    tiny_model: Path, embedder: SentenceTransformerEmbedder
) -> None:
    swapped = SentenceTransformerEmbedder(tiny_model, "passage: ", "query: ")
    text = "hjälp"
    assert np.allclose(swapped.embed_query(text), embedder.embed_passages([text])[0], atol=1e-5)
    assert np.allclose(swapped.embed_passages([text])[0], embedder.embed_query(text), atol=1e-5)


def test_an_empty_prompt_is_a_prompt(tiny_model: Path) -> None:
    bare = SentenceTransformerEmbedder(tiny_model, "", "")
    np.testing.assert_allclose(
        bare.embed_query("hjälp"), bare.embed_passages(["hjälp"])[0], atol=1e-5
    )


def test_letters_that_nfkc_makes_equal_get_equal_vectors(
    embedder: SentenceTransformerEmbedder,
) -> None:
    np.testing.assert_allclose(
        embedder.embed_query("fa\u030a hj\uff41"), embedder.embed_query("få hja"), atol=1e-6
    )


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    missing = SentenceTransformerEmbedder(tmp_path / "nowhere")
    with pytest.raises(ModelMissing, match="python -m guide prepare") as raised:
        missing.embed_query("hjälp")
    assert str(tmp_path / "nowhere") in str(raised.value)
    assert "GUIDE_EMBEDDING_MODEL" in str(raised.value)


@pytest.mark.parametrize("damage", ["empty", "no weights", "not json"])
def test_a_damaged_folder_says_which_setting(tiny_model: Path, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_model, folder)
    if damage == "empty":
        shutil.rmtree(folder)
        folder.mkdir()
    elif damage == "no weights":
        next(folder.rglob("*.safetensors")).unlink()
    else:
        (folder / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelMissing, match="GUIDE_EMBEDDING_MODEL"):
        SentenceTransformerEmbedder(folder).embed_query("hjälp")


class TestFingerprint:
    """Equal fingerprints give equal vectors."""

    def test_it_is_the_same_wherever_the_folder_lies(
        self, tiny_model: Path, tmp_path: Path
    ) -> None:
        copy = tmp_path / tiny_model.name
        shutil.copytree(tiny_model, copy)
        first, second = SentenceTransformerEmbedder(tiny_model), SentenceTransformerEmbedder(copy)
        assert first.fingerprint == second.fingerprint

    def test_it_changes_with_the_weights(self, tiny_model: Path, tmp_path: Path) -> None:
        copy = tmp_path / tiny_model.name
        shutil.copytree(tiny_model, copy)
        weights = next(copy.rglob("*.safetensors"))
        data = bytearray(weights.read_bytes())
        data[-1] ^= 1
        weights.write_bytes(data)
        assert _fingerprint(copy) != _fingerprint(tiny_model)

    def test_it_changes_with_the_prompts_of_the_settings(self, tiny_model: Path) -> None:
        prompts = ((None, None), ("q: ", None), (None, "q: "), ("", None), ("q: ", "q: "))
        found = {SentenceTransformerEmbedder(tiny_model, *pair).fingerprint for pair in prompts}
        assert len(found) == len(prompts)

    def test_it_changes_with_the_prompts_of_the_model(
        self, tiny_model: Path, tmp_path: Path
    ) -> None:
        copy = tmp_path / tiny_model.name
        shutil.copytree(tiny_model, copy)
        file = copy / "config_sentence_transformers.json"
        config = json.loads(file.read_text(encoding="utf-8"))
        config["prompts"] = {"query": "fråga: ", "document": "text: "}
        file.write_text(json.dumps(config), encoding="utf-8")
        assert _fingerprint(copy) != _fingerprint(tiny_model)


def test_threads_that_embed_at_once_get_the_vectors_of_one(
    tiny_model: Path, embedder: SentenceTransformerEmbedder
) -> None:
    texts = [f"stöd nummer {n}" for n in range(6)]
    expected = {text: embedder.embed_query(text) for text in texts}
    fresh, got = SentenceTransformerEmbedder(tiny_model), dict[str, Vectors]()

    def embed(text: str) -> None:
        got[text] = fresh.embed_query(text)

    at_once(*(partial(embed, text) for text in texts))
    for text in texts:
        np.testing.assert_allclose(got[text], expected[text], atol=1e-6)


def _fingerprint(folder: Path) -> str:
    return SentenceTransformerEmbedder(folder).fingerprint
