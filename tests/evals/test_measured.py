"""What cases come to: means, groups, and differences over the same questions."""

import pytest

from evals.measured import by_group, differences, estimate, measured, place
from tests.evals.cases import a_case


def test_the_place_is_of_the_first_relevant_item() -> None:
    assert place(["a", "b", "c"], {"c", "b"}) == 2
    assert place(["a"], {"b"}) is None


def test_an_estimate_lies_within_its_interval() -> None:
    found = estimate([0.0, 1.0, 1.0, 0.0])
    assert (found.n, found.value) == (4, 0.5)
    assert 0.0 <= found.low < 0.5 < found.high <= 1.0


def test_every_leg_is_measured_by_itself() -> None:
    found = measured([a_case("1", guide=1, dense=3), a_case("2", guide=None, dense=2)])
    assert found.legs["guide"]["hit@5"].value == 0.5
    assert found.legs["dense"]["hit@5"].value == 1.0
    assert found.legs["dense"]["mrr@10"].value == pytest.approx((1 / 3 + 1 / 2) / 2, abs=1e-4)


def test_differences_are_paired() -> None:
    """Legs that swing alike from question to question differ by a certain amount."""
    cases = [a_case(str(n), fused=1 + n % 2 * 9, dense=2 + n % 2 * 9) for n in range(40)]
    paired = differences(cases, [("fused", "dense")])["fused - dense"]["mrr@10"]
    assert paired.value == pytest.approx((1 / 2 + 1 / 10) / 2)
    apart = measured(cases).legs["fused"]["mrr@10"]
    assert paired.high - paired.low < (apart.high - apart.low) / 2
    assert paired.low > 0


def test_groups_are_measured_by_every_field() -> None:
    swedish, english = {"lang": "sv", "kind": "plain"}, {"lang": "en", "kind": "plain"}
    cases = [a_case("1", groups=swedish), a_case("2", rank=None, groups=english)]
    groups = by_group(cases)
    assert {field: list(values) for field, values in groups.items()} == {
        "lang": ["en", "sv"],
        "kind": ["plain"],
    }
    assert groups["lang"]["en"].legs["guide"]["hit@5"].value == 0.0
    assert groups["kind"]["plain"].n == 2


def test_a_metric_that_some_questions_lack_is_over_those_that_have_it() -> None:
    one, other = a_case("1"), a_case("2")
    for scores in one.scores.values():
        scores["parts@5"] = 0.5
    found = measured([other, one]).legs["guide"]
    assert (found["parts@5"].n, found["parts@5"].value) == (1, 0.5)
    assert found["hit@5"].n == 2
