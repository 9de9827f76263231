"""What is learned from examples tells entries apart, and says so in numbers that last."""

import numpy as np
import pytest

from guide.model.discriminant import Discriminant
from guide.ports import Vectors
from guide.retrieval.discriminant import LinearDiscriminant, learn

RANDOM = np.random.default_rng(7)
DIMENSION = 24
PLACES = {"karpen": 0, "ria": 1, "bris": 2}
"""The direction that tells each entry from the others."""


def texts(entry: str, count: int, tone: float = 0.0) -> Vectors:
    """Vectors that differ most in a direction that says nothing of the entry."""
    made = RANDOM.normal(0, 0.1, (count, DIMENSION))
    made[:, PLACES[entry]] += 0.5
    made[:, -1] += RANDOM.normal(tone, 1.0, count)
    return made.astype(np.float32)


def taught(count: int = 12) -> LinearDiscriminant:
    vectors = np.concatenate([texts(entry, count) for entry in PLACES])
    return LinearDiscriminant(learn(vectors, [e for e in PLACES for _ in range(count)]))


def best(known: LinearDiscriminant, vector: Vectors) -> str:
    scores = known.scores(vector)
    return max(scores, key=scores.__getitem__)


def test_what_varies_within_every_entry_counts_little() -> None:
    known = taught()
    for entry in PLACES:
        assert {best(known, vector) for vector in texts(entry, 20, tone=1.5)} == {entry}


def test_nearest_mean_would_be_misled_where_the_discriminant_is_not() -> None:
    """Else it would be no better than what it replaces."""
    means = {entry: texts(entry, 12).mean(axis=0) for entry in PLACES}
    asked = [(entry, vector) for entry in PLACES for vector in texts(entry, 40, tone=1.5)]
    near = [min(means, key=lambda e: float(np.linalg.norm(means[e] - v))) for _, v in asked]
    wrong = sum(found != entry for found, (entry, _) in zip(near, asked, strict=True))
    assert wrong > len(asked) / 10


def test_an_entry_with_many_examples_is_not_favoured() -> None:
    vectors = np.concatenate([texts("karpen", 60), texts("ria", 10), texts("bris", 10)])
    known = LinearDiscriminant(learn(vectors, ["karpen"] * 60 + ["ria"] * 10 + ["bris"] * 10))
    assert [best(known, vector) for vector in texts("ria", 10)] == ["ria"] * 10


def test_what_was_learned_survives_being_written_down() -> None:
    learned = learn(texts("karpen", 4), ["karpen", "karpen", "ria", "ria"])
    again = Discriminant.model_validate_json(learned.model_dump_json())
    vector = texts("karpen", 1)[0]
    assert LinearDiscriminant(again).scores(vector) == LinearDiscriminant(learned).scores(vector)


def test_scores_are_those_of_the_formula() -> None:
    """Two entries, one direction: the midpoint between the means gets equal scores."""
    vectors = np.array([[0.0, 0.0], [0.0, 0.2], [1.0, 0.0], [1.0, 0.2]], np.float32)
    known = LinearDiscriminant(learn(vectors, ["a", "a", "b", "b"]))
    middle = known.scores(np.array([0.5, 0.1], np.float32))
    assert middle["a"] == pytest.approx(middle["b"], abs=1e-4)
    right = known.scores(np.array([0.9, 0.1], np.float32))
    assert right["b"] > right["a"]


@pytest.mark.parametrize("count", [1, 2])
def test_examples_that_do_not_vary_can_be_learned_from(count: int) -> None:
    vectors = np.ones((count, 3), np.float32)
    known = LinearDiscriminant(learn(vectors, ["karpen"] * count))
    assert np.isfinite(known.scores(vectors[0])["karpen"])


def test_no_examples_give_no_scores() -> None:
    known = LinearDiscriminant(learn(np.empty((0, 3), np.float32), []))
    assert known.scores(np.ones(3, np.float32)) == {}
