"""A difference is told only where the judge may be believed; else what forbids it is named."""

import pytest

from evals.model_judge.belief import believed
from evals.model_judge.result import JudgeResult
from evals.model_judge.rubric import Label
from tests.evals.model_judges import PIN, a_claim, a_reader, a_result, judged, labels_of, read_run

MIXED = labels_of({"right": 12, "partly": 8, "wrong": 3, "unsafe": 1})
BETTER: list[Label] = [*labels_of({"right": 16, "partly": 4, "wrong": 2}), "right", "unsafe"]
READERS = {"a": a_reader(MIXED), "b": a_reader(MIXED)}


def faults(first: JudgeResult, second: JudgeResult, **readers: dict[str, Label]) -> str:
    found = believed(first, second, readers or READERS)
    assert (found.difference is None) == bool(found.faults)
    return "\n".join(found.faults)


def test_a_paired_difference_is_told_with_its_interval() -> None:
    found = believed(a_result(MIXED), a_result(BETTER), READERS)
    assert found.faults == ()
    assert found.difference is not None
    assert found.difference.right.value == pytest.approx(5 / 24, abs=1e-4)
    assert found.difference.right.low < 5 / 24 < found.difference.right.high
    assert found.difference.harmful.value == pytest.approx(-1 / 24, abs=1e-4)
    assert found.difference.changed["q22"] == ("wrong", "right")
    assert len(found.difference.changed) == 5


@pytest.mark.parametrize(
    "other",
    [{"model": "another"}, {"rubric_version": 2}, {"rubric_digest": "ff"}, {"shown": 2}],
)
def test_results_of_different_pins_are_not_compared(other: dict[str, object]) -> None:
    second = a_result(MIXED, PIN.model_copy(update=other))
    (name,) = other
    assert f"the pins differ: {name}" in faults(a_result(MIXED), second)


def test_results_of_different_numbers_of_runs_are_not_compared() -> None:
    second = a_result(MIXED, PIN.model_copy(update={"runs": 4}))
    assert "the pins differ: runs: 3, 4" in faults(a_result(MIXED), second)


def test_a_judge_that_readers_disagree_with_is_not_believed() -> None:
    turned: list[Label] = MIXED[::-1]
    told = faults(a_result(MIXED), a_result(BETTER), a=a_reader(MIXED), b=a_reader(turned))
    assert "first: kappa with reader b is -" in told
    assert "reader a" not in told


def test_a_judge_that_says_one_thing_of_all_is_not_believed() -> None:
    flat: list[Label] = ["right"] * 24
    told = faults(a_result(flat), a_result(MIXED))
    assert "first: alpha between runs is undefined: one label for all" in told
    assert "first: kappa with reader a is 0.00" in told
    assert "second" not in told


def test_a_judge_that_disagrees_with_itself_is_not_believed() -> None:
    whole = a_result(MIXED)
    wavering = tuple(
        judged(one.id, one.runs[0], one.runs[1], "unsafe") for one in whole.questions[:10]
    )
    second = whole.model_copy(update={"questions": wavering + whole.questions[10:]})
    told = faults(whole, second)
    assert "second: runs agree on 0.58 of 24 questions, not 0.8" in told
    assert "second: alpha between runs is 0." in told
    assert "first" not in told


def test_agreement_over_a_few_questions_is_not_believed() -> None:
    few = a_result(["right", "wrong", "partly"])
    told = faults(few, few)
    assert "first: alpha between runs rests on 3 questions, not 20" in told
    assert "first: kappa with reader a rests on 3 questions, not 20" in told


def test_without_readers_nothing_is_believed() -> None:
    assert "no reader's labels" in "\n".join(believed(a_result(MIXED), a_result(MIXED), {}).faults)


def test_a_judge_that_makes_up_quotes_is_not_believed() -> None:
    runs = [read_run("right", a_claim(1, stands=n > 0)) for n in range(3)]
    whole = a_result(MIXED)
    first = whole.model_copy(
        update={"questions": (judged("q0", *runs, sentences=1), *whole.questions[1:])}
    )
    assert "first: 2 of 3 sentences have a verdict whose quote stands, not 0.9" in faults(
        first, whole
    )


def test_a_judge_that_gives_labels_and_no_verdicts_is_not_believed() -> None:
    runs = [read_run("right") for _ in range(3)]
    whole = a_result(MIXED)
    first = whole.model_copy(
        update={"questions": (judged("q0", *runs, sentences=1), *whole.questions[1:])}
    )
    assert "first: 0 of 3 sentences have a verdict whose quote stands" in faults(first, whole)


def test_questions_of_one_result_alone_are_left_out_and_counted() -> None:
    found = believed(a_result(MIXED), a_result(MIXED[:22]), READERS)
    assert found.left_out == 2
    assert found.difference is not None
    assert found.difference.right.n == 22
