"""What is learned from examples is learned once, and anew when examples or the reader change."""

from pathlib import Path

import numpy as np
import pytest

from guide import wiring
from guide.catalogue.catalogue import Catalogue
from guide.errors import KnowledgeMissing
from guide.model.knowledge import Knowledge
from guide.ports import Vectors
from guide.settings import PROJECT, Settings
from ingest.learning import SHIPPED, Teacher
from ingest.load import Loader
from ingest.rule_examples import texts
from tests.ingest.workshop import Workshop
from tests.word_embedder import WordEmbedder

MOST = 0.9
"""Of the examples, so many vectors ship; those written since the last tuning may lack theirs."""


class OtherReader(WordEmbedder):
    """The same vectors under another name."""

    fingerprint = "another"


@pytest.fixture
def published(knowledge: Path, tmp_path: Path) -> Knowledge:
    workshop = Workshop(knowledge, tmp_path / "data", WordEmbedder())
    workshop.sync().run()
    return workshop.published()


def teacher(folder: Path, heads: dict[str, Vectors] | None = None) -> Teacher:
    reader = WordEmbedder() if heads is None else OtherReader()
    return Teacher.keeping(folder, WordEmbedder(), reader, heads or {})


def ignore(done: int, total: int) -> None:
    """No progress is shown."""


def test_what_the_same_examples_taught_is_kept(published: Knowledge, tmp_path: Path) -> None:
    again = teacher(tmp_path).learned(published.content, ignore, published)
    assert again.discriminant is published.discriminant
    assert again.likenesses is published.likenesses


def test_a_changed_phrase_teaches_anew(published: Knowledge, tmp_path: Path) -> None:
    first, *rest = published.content.services
    phrases = first.phrases.model_copy(update={"sv": (*first.phrases.sv, "soffa och kaffe")})
    changed = first.model_copy(update={"phrases": phrases})
    content = published.content.model_copy(update={"services": (changed, *rest)})
    again = teacher(tmp_path).learned(content, ignore, published)
    assert again.taught != published.taught
    assert again.discriminant is not published.discriminant


def test_another_reader_teaches_anew_and_under_its_name(
    published: Knowledge, tmp_path: Path
) -> None:
    again = teacher(tmp_path, {"crisis": np.zeros(1, np.float32)}).learned(
        published.content, ignore, published
    )
    assert again.taught != published.taught


def test_a_state_of_another_reader_is_refused_with_what_to_run(
    published: Knowledge, tmp_path: Path
) -> None:
    update = {"likenesses": published.likenesses.model_copy(update={"encoder": "another"})}
    workshop = Workshop(tmp_path / "knowledge", tmp_path / "data", WordEmbedder())
    with pytest.raises(KnowledgeMissing, match="python -m ingest run"):
        wiring.build_guide(
            Catalogue(published.model_copy(update=update)), WordEmbedder(), workshop.store(), None
        )


@pytest.mark.model
def test_the_shipped_vectors_are_those_of_the_shipped_models(model_folder: Path) -> None:
    settings = Settings(data_dir=model_folder.parent.parent)
    embedder = wiring.build_embedder(settings)
    reader = wiring.build_reader(settings, embedder)
    content = Loader(PROJECT / "knowledge").load().content
    with np.load(SHIPPED / "rule_vectors.npz") as held:
        assert str(held["embedder"]) == reader.fingerprint
        assert len(held["keys"]) >= MOST * len(texts(content))
    with np.load(SHIPPED / "example_vectors.npz") as held:
        assert str(held["embedder"]) == embedder.fingerprint
