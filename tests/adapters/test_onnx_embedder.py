"""onnxruntime gives the vectors of sentence-transformers, without PyTorch and for any text."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.onnx_export import prepare_export
from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from guide.errors import ModelMissing
from guide.ports import Vectors
from guide.settings import PROJECT
from tests.threads import at_once

TEXTS = [
    "hjälp",
    "",
    "   ",
    "stöd och råd, 08-123 (måndag)!",
    "hja\u0308lp på \ufb01l \uff15",
    "\u0000\u200b\ufeff\ud83d\ude00 \U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1 \u202eabc",
    "مرحبا سلام привіт",
    "ord " * 1500,
]


@pytest.fixture(scope="module")
def export(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare_export(tiny_model, tmp_path_factory.mktemp("exports"))


@pytest.fixture(scope="module")
def embedder(export: Path) -> OnnxEmbedder:
    return OnnxEmbedder(export)


@pytest.fixture(scope="module")
def reference(tiny_model: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(tiny_model)


def test_vectors_are_those_of_sentence_transformers(
    embedder: OnnxEmbedder, reference: SentenceTransformerEmbedder
) -> None:
    texts = [text.encode("utf-16", "surrogatepass").decode("utf-16") for text in TEXTS]
    found, expected = embedder.embed_passages(texts), reference.embed_passages(texts)
    assert found.shape == (len(texts), 32)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert (found * expected).sum(axis=1).min() > 0.999
    for text in texts:
        assert embedder.embed_query(text) @ reference.embed_query(text) > 0.999


def test_no_texts_give_no_vectors(embedder: OnnxEmbedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 32)


def test_a_text_of_100_kb_is_cut_and_not_refused(embedder: OnnxEmbedder) -> None:
    for text in ("stöd " * 20_000, "x" * 100_000):
        assert np.isfinite(embedder.embed_query(text)).all()
    longest = embedder.embed_query("a " * 600)
    assert np.allclose(embedder.embed_query("a " * 600 + "och hjälp"), longest, atol=1e-6)


def test_a_text_gets_the_same_vector_alone_and_in_any_company(embedder: OnnxEmbedder) -> None:
    texts = [f"{'mycket ' * (n % 7)}stöd nummer {n}" for n in range(40)]
    together = embedder.embed_passages(texts)
    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_allclose(embedder.embed_passages([text])[0], vector, atol=1e-5)


def test_prompts_from_the_settings_take_the_place_of_the_models(
    export: Path, embedder: OnnxEmbedder
) -> None:
    swapped, bare = OnnxEmbedder(export, "passage: ", "query: "), OnnxEmbedder(export, "", "")
    text = "hjälp"
    as_passage, as_query = embedder.embed_passages([text])[0], embedder.embed_query(text)
    assert not np.allclose(as_query, as_passage, atol=1e-3)
    assert np.allclose(swapped.embed_query(text), as_passage, atol=1e-5)
    assert np.allclose(swapped.embed_passages([text])[0], as_query, atol=1e-5)
    assert np.allclose(bare.embed_query(text), bare.embed_passages([text])[0], atol=1e-5)


def test_threads_that_embed_at_once_get_the_vectors_of_one(
    export: Path, embedder: OnnxEmbedder
) -> None:
    texts = [f"stöd {'och ' * n}råd" for n in range(8)]
    expected = {text: embedder.embed_query(text) for text in texts}
    fresh, got = OnnxEmbedder(export), dict[str, Vectors]()

    def embed(text: str) -> None:
        got[text] = fresh.embed_query(text)

    at_once(*(partial(embed, text) for text in texts))
    for text in texts:
        np.testing.assert_allclose(got[text], expected[text], atol=1e-6)


def test_engines_and_prompts_never_share_a_fingerprint(
    export: Path, embedder: OnnxEmbedder, reference: SentenceTransformerEmbedder
) -> None:
    prompts = ((None, None), ("q: ", None), (None, "q: "), ("", None), ("q: ", "q: "))
    found = {OnnxEmbedder(export, *pair).fingerprint for pair in prompts}
    assert len(found | {reference.fingerprint}) == len(prompts) + 1
    assert embedder.fingerprint in found


@pytest.mark.parametrize("damage", ["gone", "no graph", "no tokenizer", "not onnx", "stamp"])
def test_a_damaged_export_says_what_to_do(export: Path, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "export"
    shutil.copytree(export, folder)
    match damage:
        case "gone":
            shutil.rmtree(folder)
        case "no graph":
            (folder / "model.onnx").unlink()
        case "no tokenizer":
            (folder / "tokenizer.json").unlink()
        case "not onnx":
            (folder / "model.onnx").write_bytes(b"half")
        case "stamp":
            (folder / "export.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelMissing, match="python -m guide prepare") as raised:
        OnnxEmbedder(folder).embed_query("hjälp")
    assert str(folder) in str(raised.value)
    if damage in ("gone", "stamp"):
        with pytest.raises(ModelMissing, match="python -m guide prepare"):
            assert OnnxEmbedder(folder).fingerprint


def test_neither_export_nor_vector_needs_pytorch(tiny_model: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from guide import wiring; from guide.settings import Settings\n"
        f"settings = Settings(data_dir={str(tmp_path)!r}, embedding_model={str(tiny_model)!r},\n"
        "                    embedding_engine='onnx')\n"
        "wiring.build_embedder(settings).embed_query('stöd')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=PROJECT, check=True)
