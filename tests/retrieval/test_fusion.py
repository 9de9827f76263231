"""Two legs with different scales become one ranking."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from guide.retrieval.fusion import LEXICAL_WEIGHT, fuse


def test_a_leg_that_tells_nothing_apart_adds_nothing() -> None:
    dense = np.array([0.8, 0.9, 0.7])
    assert_allclose(fuse(dense, np.zeros(3)), fuse(dense, np.full(3, 4.2)))
    assert_allclose(fuse(np.full(3, 0.5), np.full(3, 2.0)), np.zeros(3))


@pytest.mark.parametrize("size", [0, 1])
def test_fewer_than_two_candidates_score_zero(size: int) -> None:
    assert_allclose(fuse(np.ones(size), np.ones(size)), np.zeros(size))


def test_scores_are_sums_of_standard_deviations() -> None:
    dense, lexical = np.array([1.0, 3.0]), np.array([10.0, 0.0])
    assert_allclose(fuse(dense, lexical, weight=0.25), [-0.75, 0.75])


def test_neither_scale_nor_origin_of_a_leg_matters() -> None:
    dense, lexical = np.array([0.81, 0.84, 0.79, 0.9]), np.array([3.0, 0.0, 7.0, 0.0])
    assert_allclose(fuse(dense, lexical), fuse(dense * 50 - 7, lexical * 0.1 + 3))


def test_the_dense_leg_wins_where_the_legs_pull_equally_in_opposite_directions() -> None:
    dense, lexical = np.array([0.0, 1.0]), np.array([1.0, 0.0])
    scores = fuse(dense, lexical)
    assert scores[1] > scores[0]
    assert LEXICAL_WEIGHT < 1


def test_a_strong_word_match_lifts_a_candidate_over_one_with_an_equal_vector() -> None:
    scores = fuse(np.array([0.8, 0.8, 0.7]), np.array([0.0, 5.0, 0.0]))
    assert int(np.argmax(scores)) == 1
