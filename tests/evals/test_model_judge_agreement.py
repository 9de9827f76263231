"""Coefficients of agreement, held to values worked out by hand and to a published example."""

import pytest

from evals.model_judge.agreement import Pair, alpha, kappa, resampled
from evals.model_judge.rubric import LABELS
from evals.model_judge.sums import beside, summed
from tests.evals.model_judges import a_claim, a_reader, judged, read_run

# Observed distance 2 over 8. Of right, partly, wrong the first has 4, 2, 2 and the second 3, 4, 1:
# expected 4*(4+2) + 2*(3+1) + 2*(6+4) = 52 over 64.
PAIRS: list[Pair] = [
    *[("right", "right")] * 3,
    *[("partly", "partly")] * 2,
    ("right", "partly"),
    ("wrong", "partly"),
    ("wrong", "wrong"),
]
BY_HAND = 1 - 8 * 2 / 52
# Krippendorff (2011), section C: four observers, twelve units, some not seen by all.
OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def test_weighted_kappa_is_as_worked_out_by_hand() -> None:
    assert kappa(PAIRS, LABELS) == pytest.approx(BY_HAND)


def test_kappa_is_one_for_equal_labels_and_nought_for_one_who_says_always_the_same() -> None:
    assert kappa([("right", "right"), ("wrong", "wrong")], LABELS) == 1
    assert kappa([("right", "right"), ("right", "wrong")], LABELS) == 0


def test_kappa_weighs_a_far_miss_more_than_a_near_one() -> None:
    rest = [("right", "right"), ("partly", "partly"), ("unsafe", "unsafe")]
    near = kappa([*rest, ("right", "partly")], LABELS)
    far = kappa([*rest, ("right", "unsafe")], LABELS)
    assert near is not None
    assert far is not None
    assert far < near < 1


def test_alpha_is_as_in_the_published_example() -> None:
    units = [[value for value in unit if value != "."] for unit in zip(*OBSERVERS, strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_alpha_is_as_worked_out_by_hand_and_passes_over_single_values() -> None:
    units = [["r", "r", "r"], ["r", "p"], ["p", "p", "p"], ["w"]]
    assert alpha(units) == pytest.approx(1 - 7 * 2 / 32)


def test_coefficients_are_undefined_where_all_said_the_same() -> None:
    assert alpha([["r", "r"], ["r", "r"]]) is None
    assert kappa([("right", "right")] * 5, LABELS) is None
    assert resampled([["r", "r"]], alpha).value is None
    assert resampled([], alpha).n == 0


def test_the_interval_holds_the_value_and_repeats() -> None:
    found = resampled(PAIRS * 4, lambda pairs: kappa(pairs, LABELS))
    assert found.low is not None
    assert found.high is not None
    assert found.value == pytest.approx(BY_HAND, abs=1e-4)
    assert found.low < BY_HAND < found.high
    assert found == resampled(PAIRS * 4, lambda pairs: kappa(pairs, LABELS))


def test_an_undecided_question_is_unequal_to_any_label() -> None:
    found = beside({"q0": "right", "q1": None, "q2": "wrong"}, a_reader(["right", "right"]))
    assert found.exact is not None
    assert (found.exact.n, found.exact.value, found.kappa.n) == (2, 0.5, 1)


def test_own_variance_counts_unreadable_runs_against_the_judge() -> None:
    broken = read_run("right").model_copy(update={"ended": "unreadable", "reply": None})
    found = summed(
        [judged("q0", "right", "right", "right"), judged("q1", "right", "right", broken),
         judged("q2", "wrong", "right", "wrong"), judged("q3", "right", "partly", "wrong")],
        {},
    )  # fmt: skip
    assert found.own.unanimous.value == 0.25
    assert found.runs == {"read": 11, "unreadable": 1, "no reply": 0}
    assert (found.labels["right"], found.labels["wrong"], found.undecided) == (2, 1, 1)
    # Values: right 7, partly 1, wrong 3; unlike pairs 4 of q2 and 6 of q3, each over two.
    assert found.own.alpha.value == pytest.approx(1 - 10 * 5 / (121 - 59), abs=1e-4)


def test_verdicts_are_counted_kept_thrown_away_and_missing() -> None:
    runs = (
        read_run("right", a_claim(1), a_claim(2, "does not hold")),
        read_run("right", a_claim(1), a_claim(2, stands=False)),
        read_run("right", a_claim(1)),
    )
    found = summed([judged("q0", *runs, sentences=2)], {}).claims
    assert found.kept == {"holds": 3, "does not hold": 1, "beside the point": 0}
    assert (found.discarded, found.unjudged, found.given) == (1, 1, 5)
    assert found.alpha.n == 1
