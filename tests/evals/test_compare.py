"""Two runs are compared question by question."""

from evals.compare import compared
from tests.evals.cases import CONFIG, a_case, a_run


def test_a_run_compared_with_itself_shows_nothing() -> None:
    one = a_run([a_case("1"), a_case("2", rank=None)])
    found = compared(one, one)
    (change,) = found.sets
    assert (found.config, found.only_in_one, change.n) == ({}, 0, 2)
    assert {e.value for metrics in change.legs.values() for e in metrics.values()} == {0.0}
    assert not any([*change.better.values(), *change.worse.values()])


def test_what_got_better_and_worse_is_named_with_its_places() -> None:
    before = a_run([a_case("1", guide=3), a_case("2", guide=None), a_case("3", guide=1)])
    after = a_run([a_case("1", guide=1), a_case("2", guide=5), a_case("3", guide=None)])
    (change,) = compared(before, after).sets
    better = [(move.id, move.before, move.after) for move in change.better["guide"]]
    assert better == [("2", None, 5), ("1", 3, 1)]
    assert [(m.id, m.before, m.after) for m in change.worse["guide"]] == [("3", 1, None)]
    assert change.legs["guide"]["hit@1"].value == 0.0
    assert change.better["dense"] == ()


def test_only_questions_of_both_runs_are_paired() -> None:
    before, after = a_run([a_case("1"), a_case("2")]), a_run([a_case("2"), a_case("3")])
    found = compared(before, after)
    assert (found.only_in_one, found.sets[0].n) == (2, 1)


def test_what_the_runs_were_made_with_is_told_apart() -> None:
    other = CONFIG.model_copy(update={"knowledge": "l", "constants": {"fusion.WEIGHT": 0.7}})
    assert compared(a_run([a_case("1")]), a_run([a_case("1")], other)).config == {
        "constants.fusion.WEIGHT": ("0.5", "0.7"),
        "knowledge": ("k", "l"),
    }
