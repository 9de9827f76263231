"""The settings choose the engine, and vectors of two engines never meet."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from typer.testing import CliRunner

from guide import wiring
from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.sentence_transformer import SentenceTransformerEmbedder
from guide.cli import app
from guide.errors import KnowledgeMissing, ModelPreparationError
from guide.settings import Settings
from ingest.sync import Sync
from tests.changed_settings import changed


def test_a_folder_is_served_by_sentence_transformers_until_it_is_exported(
    settings: Settings,
) -> None:
    assert isinstance(wiring.build_embedder(settings), SentenceTransformerEmbedder)
    wiring.prepare_model(settings)
    assert isinstance(wiring.build_embedder(settings), OnnxEmbedder)
    reference = changed(settings, embedding_engine="sentence-transformers")
    assert isinstance(wiring.build_embedder(reference), SentenceTransformerEmbedder)


def test_the_onnx_engine_exports_a_folder_by_itself(settings: Settings) -> None:
    assert isinstance(
        wiring.build_embedder(changed(settings, embedding_engine="onnx")), OnnxEmbedder
    )


def test_the_onnx_engine_refuses_a_name_and_says_what_to_set(settings: Settings) -> None:
    named = changed(settings, embedding_engine="onnx", embedding_model="someone/some-model")
    with pytest.raises(ModelPreparationError, match="GUIDE_EMBEDDING_ENGINE=auto"):
        wiring.build_embedder(named)


def test_a_name_is_served_by_sentence_transformers(settings: Settings) -> None:
    named = changed(settings, embedding_model="someone/some-model")
    assert isinstance(wiring.build_embedder(named), SentenceTransformerEmbedder)


def test_an_unknown_engine_is_refused(settings: Settings) -> None:
    with pytest.raises(ValidationError, match="embedding_engine"):
        changed(settings, embedding_engine="torch")


def test_knowledge_of_the_other_engine_is_refused_until_it_is_ingested_again(
    published_settings: Settings,
) -> None:
    onnx = changed(published_settings, embedding_engine="onnx")
    with pytest.raises(KnowledgeMissing, match=r"python -m ingest run.*GUIDE_EMBEDDING_ENGINE"):
        wiring.build_published(onnx).current()
    assert Sync.from_settings(onnx).run().added > 0
    wiring.build_published(onnx).current().probe()


def test_prepare_exports_the_folder_of_the_settings(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GUIDE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", settings.embedding_model)
    result = CliRunner().invoke(app, ["prepare"])
    assert result.exit_code == 0, result.output
    assert isinstance(wiring.build_embedder(settings), OnnxEmbedder)


def test_the_rules_read_with_the_searchs_model_where_it_is_ones_own(settings: Settings) -> None:
    embedder = wiring.build_embedder(settings)
    assert wiring.build_reader(settings, embedder) is embedder
    assert wiring.prepare_reader(settings) is None


@pytest.mark.model
def test_the_rules_read_with_a_tuned_copy_of_the_default_model(model_folder: Path) -> None:
    settings = Settings(data_dir=model_folder.parent.parent)
    embedder = wiring.build_embedder(settings)
    reader = wiring.build_reader(settings, embedder)
    assert reader.fingerprint != embedder.fingerprint
    assert reader.embed_query("hyra").tolist() == reader.embed_passages(["hyra"])[0].tolist()
    assert wiring.read_heads().keys() == {"crisis", "decisions", "scope"}


def test_knowledge_that_another_reader_learned_from_is_refused(
    published_settings: Settings,
) -> None:
    file = wiring.build_snapshot(published_settings)
    knowledge = file.load()
    other = knowledge.likenesses.model_copy(update={"encoder": "another-0123456789ab"})
    file.publish(knowledge.model_copy(update={"likenesses": other}))
    with pytest.raises(KnowledgeMissing, match=r"another-0123456789ab.*python -m ingest run"):
        wiring.build_published(published_settings).current()
