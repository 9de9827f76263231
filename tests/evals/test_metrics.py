"""Metrics hold to values worked out by hand from their definitions."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics import hit, interval, mean, ndcg, recall, reciprocal_rank, scores

RANKED = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
DISCOUNT = [1 / math.log2(place + 1) for place in range(1, 11)]


@pytest.mark.parametrize(
    ("relevant", "value"),
    [
        (["a"], 1.0),
        (["b"], 0.6309297535714575),  # 1 / log2(3)
        (["c"], 0.5),  # 1 / log2(4)
        (["j"], 0.2890648263178879),  # 1 / log2(11)
        (["k"], 0.0),  # eleventh
        (["a", "c"], 1.5 / 1.6309297535714575),
        (["a", "b"], 1.0),
        (["a", "z"], 1 / 1.6309297535714575),
        (["z"], 0.0),
    ],
)
def test_ndcg_discounts_by_the_logarithm_of_the_place(relevant: list[str], value: float) -> None:
    assert ndcg(RANKED, relevant) == pytest.approx(value, abs=1e-12)


def test_ndcg_of_more_relevant_items_than_places_can_be_one() -> None:
    assert ndcg(RANKED, RANKED) == pytest.approx(1.0)
    assert ndcg(RANKED[:2], ["a", "b", "x"]) == pytest.approx(sum(DISCOUNT[:2]) / sum(DISCOUNT[:3]))


def test_hit_looks_at_the_first_place_only() -> None:
    assert hit(RANKED, ["a", "z"]) == 1.0
    assert hit(RANKED, ["b"]) == 0.0
    assert hit([], ["b"]) == 0.0


def test_recall_is_the_share_among_the_first_five() -> None:
    assert recall(RANKED, ["a", "e"]) == 1.0
    assert recall(RANKED, ["a", "f"]) == 0.5
    assert recall(RANKED, ["a", "b", "f", "z"]) == 0.5
    assert recall(RANKED, []) == 0.0


def test_reciprocal_rank_is_of_the_first_relevant_item_within_ten() -> None:
    assert reciprocal_rank(RANKED, ["d", "b"]) == 0.5
    assert reciprocal_rank(RANKED, ["j"]) == pytest.approx(0.1)
    assert reciprocal_rank(RANKED, ["k"]) == 0.0


@given(
    ranked=st.lists(st.sampled_from("abcdefghijklmnop"), unique=True),
    relevant=st.sets(st.sampled_from("abcdefghijklmnop"), min_size=1),
)
def test_every_metric_lies_between_nothing_and_everything(
    ranked: list[str], relevant: set[str]
) -> None:
    found = scores(ranked, relevant)
    assert set(found) == {"ndcg@10", "hit@1", "recall@5", "mrr@10"}
    assert all(0.0 <= value <= 1.0 + 1e-12 for value in found.values())
    assert found["hit@1"] <= found["mrr@10"]
    assert (found["mrr@10"] > 0) == (found["ndcg@10"] > 0)


def test_the_mean_is_per_metric() -> None:
    assert mean([{"x": 0.0, "y": 1.0}, {"x": 1.0, "y": 1.0}]) == {"x": 0.5, "y": 1.0}


def test_the_interval_surrounds_the_mean_and_repeats() -> None:
    values = [0.0, 1.0] * 50
    low, high = interval(values)
    assert interval(values) == (low, high)
    # Two standard errors of a share of one half over 100 cases are ten points.
    assert low == pytest.approx(0.4, abs=0.02)
    assert high == pytest.approx(0.6, abs=0.02)


def test_the_interval_narrows_with_more_cases_and_a_lower_level() -> None:
    few, many = interval([0.0, 1.0] * 10), interval([0.0, 1.0] * 200)
    assert many[1] - many[0] < few[1] - few[0]
    half = interval([0.0, 1.0] * 10, level=0.5)
    assert half[1] - half[0] < few[1] - few[0]


def test_the_interval_of_equal_values_is_a_point() -> None:
    assert interval([1.0] * 7) == (1.0, 1.0)
