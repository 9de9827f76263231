"""Word matches that keep the small words which carry whether an assessment is needed."""

import pytest

from guide.adapters.bm25 import Bm25Index
from tests.threads import at_once

TEXTS = [
    "Stöd utan behovsprövning",
    "Stöd efter behovsprövning",
    "Du behöver inte ansöka",
    "Du behöver ansöka med blankett",
    "Familjerna får rådgivning",
]


@pytest.mark.parametrize(
    ("question", "best"),
    [("utan", 0), ("efter", 1), ("inte", 2), ("med", 3)],
)
def test_small_words_are_kept(question: str, best: int) -> None:
    scores = Bm25Index(TEXTS).scores(question)
    assert scores[best] > 0
    assert [n for n, score in enumerate(scores) if score > 0] == [best]


@pytest.mark.parametrize("question", ["familj", "familjen", "FAMILJERNA", "familjer?"])
def test_inflected_words_match(question: str) -> None:
    scores = Bm25Index(TEXTS).scores(question)
    assert scores.index(max(scores)) == 4
    assert scores[4] > 0


def test_what_no_text_holds_scores_zero_everywhere() -> None:
    assert Bm25Index(TEXTS).scores("zebra kvantfysik") == [0.0] * 5
    assert Bm25Index(TEXTS).scores("") == [0.0] * 5
    assert Bm25Index(TEXTS).scores("?!") == [0.0] * 5


def test_an_unknown_word_beside_a_known_one_does_no_harm() -> None:
    assert Bm25Index(TEXTS).scores("zebra utan") == Bm25Index(TEXTS).scores("utan")


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    scores = Bm25Index(TEXTS).scores("stöd rådgivning")
    assert scores[4] > scores[0]


@pytest.mark.parametrize("texts", [[], ["", "..."]])
def test_texts_without_words_can_be_indexed(texts: list[str]) -> None:
    assert Bm25Index(texts).scores("hjälp") == [0.0] * len(texts)


def test_threads_that_search_at_once_get_the_scores_of_one() -> None:
    index, questions = Bm25Index(TEXTS), ["stöd utan", "ansöka inte", "familjen rådgivning"]
    expected = {question: index.scores(question) for question in questions}
    wrong: list[str] = []

    def search() -> None:
        wrong.extend(q for q in questions * 50 if index.scores(q) != expected[q])

    at_once(*[search] * 8)
    assert wrong == []
