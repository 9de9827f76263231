"""Each leg ranks by its own score, whatever the others say."""

import pytest

from evals.legs import ALL_LEGS, passage, ranking
from guide.model.passage import Passage
from guide.retrieval.passages import Hit


def hit(name: str, score: float, dense: float, lexical: float) -> Hit:
    service = name.split(":")[0]
    found = Passage(id=name, service_id=service, title="T", text="Text.")
    return Hit(found, score=score, dense=dense, lexical=lexical)


HITS = [hit("a:1", 1.0, 0.1, 3.0), hit("b:1", 2.0, 0.9, 0.0), hit("a:2", 3.0, 0.5, 1.0)]


@pytest.mark.parametrize(
    ("leg", "expected"),
    [("dense", ["b", "a"]), ("lexical", ["a"]), ("fused", ["a", "b"])],
)
def test_a_document_stands_where_its_best_passage_does(leg: str, expected: list[str]) -> None:
    assert ranking(HITS, ALL_LEGS[leg]) == expected


def test_passages_can_be_ranked_by_themselves() -> None:
    assert ranking(HITS, ALL_LEGS["fused"], passage) == ["a:2", "b:1", "a:1"]


def test_the_baseline_adds_half_the_words_to_the_meaning() -> None:
    """Two hits have standard scores of 1 and -1 on each leg."""
    near, worded = hit("a:1", 0.0, 0.9, 1.0), hit("b:1", 9.0, 0.8, 5.0)
    assert ALL_LEGS["zscore"]([near, worded]) == pytest.approx([0.5, -0.5])


def test_the_baseline_takes_a_leg_without_differences_as_silent() -> None:
    alike = [hit("a:1", 0.0, 0.9, 0.0), hit("b:1", 0.0, 0.8, 0.0)]
    assert ALL_LEGS["zscore"](alike) == pytest.approx([1.0, -1.0])
    assert ranking([], ALL_LEGS["zscore"]) == []
