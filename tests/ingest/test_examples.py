"""Examples are embedded once, and their file may be lost or damaged at any time."""

from pathlib import Path

import pytest

from guide.model.discriminant import Discriminant
from guide.retrieval.discriminant import learn
from ingest.examples import Example, ExampleVectors, examples
from tests.ingest.workshop import CountingEmbedder
from tests.small_catalogue import content, service
from tests.word_embedder import WordEmbedder

FOUND = [Example("a", "jag har skulder"), Example("a", "hyran"), Example("b", "han slår mig")]


class Shelf:
    """One file, opened anew for each use, as by a new process."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.embedder = CountingEmbedder(WordEmbedder())

    def learned(self, found: list[Example]) -> Discriminant:
        self.embedder.texts.clear()
        texts = [example.text for example in found]
        vectors = ExampleVectors(self.file, self.embedder).of(texts, lambda _done, _all: None)
        return learn(vectors, [example.service_id for example in found])


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "data" / "examples.npz")


def test_only_new_texts_are_embedded_and_each_once(shelf: Shelf) -> None:
    shelf.learned([*FOUND, Example("b", "hyran")])
    assert sorted(shelf.embedder.texts) == ["han slår mig", "hyran", "jag har skulder"]
    shelf.learned([*FOUND, Example("b", "rädd hemma")])
    assert shelf.embedder.texts == ["rädd hemma"]


def test_texts_that_are_gone_are_forgotten(shelf: Shelf) -> None:
    shelf.learned(FOUND)
    shelf.learned(FOUND[1:])
    shelf.learned(FOUND)
    assert shelf.embedder.texts == ["jag har skulder"]


@pytest.mark.parametrize("damage", [b"", b"not a file of numbers", b"PK\x03\x04half"])
def test_a_damaged_file_is_made_again(shelf: Shelf, damage: bytes) -> None:
    first = shelf.learned(FOUND)
    shelf.file.write_bytes(damage)
    assert shelf.learned(FOUND) == first
    assert len(shelf.embedder.texts) == len(FOUND)


def test_an_entry_teaches_by_phrases_further_examples_summaries_and_whom_it_is_for() -> None:
    entry = service(
        "karpen",
        phrases={"sv": ["vill jobba"], "so": ["shaqo"]},
        summary={"sv": "Karpen ger arbete.", "easy": "Karpen ger arbete.", "en": "Karpen: work."},
        who_it_is_for="Vuxna.",
    )
    more = {"karpen": {"sv": ["hittar inget jobb"], "uk": ["шукаю роботу"]}}
    assert [found.text for found in examples(content(entry, examples=more))] == [
        "vill jobba", "shaqo", "hittar inget jobb", "шукаю роботу",
        "Karpen ger arbete.", "Karpen: work.", "Vuxna.",
    ]  # fmt: skip
