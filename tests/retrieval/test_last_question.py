"""One question, one vector, however many shelves are searched."""

from collections.abc import Sequence

import numpy as np

from guide.ports import Vectors
from guide.retrieval.last_question import LastQuestion
from tests.word_embedder import WordEmbedder


class Counting(WordEmbedder):
    """Counts the questions that are embedded."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def embed_query(self, text: str) -> Vectors:
        self.asked.append(text)
        return super().embed_query(text)


def vectors(embedder: LastQuestion, texts: Sequence[str]) -> list[Vectors]:
    return [embedder.embed_query(text) for text in texts]


def test_a_question_asked_twice_in_a_row_is_embedded_once() -> None:
    counting = Counting()
    first, second = vectors(LastQuestion(counting), ["tak", "tak"])
    assert counting.asked == ["tak"]
    assert np.array_equal(first, second)


def test_another_question_gets_its_own_vector() -> None:
    counting = Counting()
    embedder = LastQuestion(counting)
    found = vectors(embedder, ["tak", "skulder", "tak"])
    assert counting.asked == ["tak", "skulder", "tak"]
    assert np.array_equal(found[0], found[2])
    assert not np.array_equal(found[0], found[1])
    assert embedder.fingerprint == counting.fingerprint
