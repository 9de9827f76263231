"""Examples are embedded once, and their files may be lost or damaged at any time."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from guide.ports import Vectors
from ingest.example_vectors import ExampleVectors
from tests.ingest.workshop import CountingEmbedder
from tests.word_embedder import WordEmbedder

TEXTS = ["jag har skulder", "hyran", "han slår mig"]


class Bench:
    """Files that are opened anew for each use, as by a new process."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "data" / "examples.npz"
        self.shipped = folder / "repository" / "examples.npz"
        self.embedder = CountingEmbedder(WordEmbedder())

    def vectors(self) -> ExampleVectors:
        self.embedder.texts.clear()
        return ExampleVectors(self.file, self.embedder, self.shipped)

    def of(self, texts: Sequence[str]) -> Vectors:
        return self.vectors().of(texts, lambda _done, _all: None)

    def ship(self, texts: Sequence[str]) -> int:
        return self.vectors().ship(texts, lambda _done, _all: None)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_only_new_texts_are_embedded_and_each_once(bench: Bench) -> None:
    bench.of([*TEXTS, "hyran"])
    assert bench.embedder.texts == TEXTS
    bench.of([*TEXTS, "rädd hemma"])
    assert bench.embedder.texts == ["rädd hemma"]


def test_vectors_keep_their_direction(bench: Bench) -> None:
    made = WordEmbedder().embed_passages(TEXTS)
    cosines = np.sum(made * bench.of(TEXTS), axis=1)
    assert cosines.min() > 0.999


def test_what_is_read_is_what_was_just_made(bench: Bench) -> None:
    assert np.array_equal(bench.of(TEXTS), bench.of(TEXTS))
    assert bench.embedder.texts == []


def test_texts_that_are_gone_are_forgotten(bench: Bench) -> None:
    bench.of(TEXTS)
    bench.of(TEXTS[1:])
    bench.of(TEXTS)
    assert bench.embedder.texts == TEXTS[:1]


@pytest.mark.parametrize("damage", [b"", b"not a file of numbers", b"PK\x03\x04half"])
def test_a_damaged_file_is_made_again(bench: Bench, damage: bytes) -> None:
    first = bench.of(TEXTS)
    bench.file.write_bytes(damage)
    assert np.array_equal(bench.of(TEXTS), first)
    assert bench.embedder.texts == TEXTS


def test_what_the_repository_holds_is_not_made_and_not_kept_twice(bench: Bench) -> None:
    first = bench.of(TEXTS)
    bench.ship(TEXTS[:2])
    bench.file.unlink()
    assert np.array_equal(bench.of(TEXTS), first)
    assert bench.embedder.texts == TEXTS[2:]
    assert bench.of(TEXTS[:2]).shape == (2, first.shape[1])
    assert bench.embedder.texts == []


def test_vectors_of_another_model_are_not_used(bench: Bench) -> None:
    bench.of(TEXTS)
    bench.ship(TEXTS)

    class Other(WordEmbedder):
        fingerprint = "other-512"

    bench.embedder = CountingEmbedder(Other())
    bench.of(TEXTS)
    assert bench.embedder.texts == TEXTS


def test_no_texts_have_no_vectors(bench: Bench) -> None:
    assert len(bench.of([])) == 0
