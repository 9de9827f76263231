"""The README shows what the committed results say, and nothing else."""

import pytest

from evals.data_files import BadData
from evals.report import (
    COMMITTED,
    END,
    README,
    START,
    between_markers,
    markdown,
    reportable,
    written_into,
)
from evals.runs import Summary, load_summary
from tests.evals.cases import a_case, a_run


def a_summary(*names: str) -> Summary:
    run = a_run([a_case("1"), a_case("2", rank=2, guide=None)])
    (result,) = run.results.sets
    sets = tuple(result.model_copy(update={"name": name}) for name in names)
    return Summary(config=run.config, results=run.results.model_copy(update={"sets": sets}))


def test_the_readme_shows_the_committed_results() -> None:
    told = between_markers(README.read_text(encoding="utf-8"))
    assert told == markdown(load_summary(COMMITTED))


def test_the_committed_results_hold_no_set_that_is_tuned_on() -> None:
    committed = load_summary(COMMITTED)
    assert committed == reportable(committed)
    assert "own-reporting" in {result.name for result in committed.results.sets}


def test_a_table_has_a_row_for_all_and_for_each_group() -> None:
    rows = markdown(a_summary("own-reporting")).splitlines()
    assert any(row.startswith("| own-reporting | 2 | 0.50 (") for row in rows)
    assert [row.split(" | ")[0] for row in rows if row.startswith("| –")] == [
        "| – audience resident",
        "| – lang sv",
        "| – kind plain",
    ]


def test_what_is_tuned_on_is_not_reported() -> None:
    found = reportable(a_summary("own-tuning", "questions-dev"))
    assert [result.name for result in found.results.sets] == ["questions-dev"]


def test_the_table_takes_the_place_of_the_old_one() -> None:
    once = written_into(f"Före\n{START}\ngammalt\n{END}\nEfter\n", "| ny |")
    assert once == f"Före\n{START}\n| ny |\n{END}\nEfter\n"
    assert written_into(once, "| ny |") == once
    assert between_markers(once) == "| ny |"


@pytest.mark.parametrize("text", ["", START, f"{START}{START}{END}", f"{END}\n{START}"])
def test_a_readme_without_the_markers_is_refused(text: str) -> None:
    with pytest.raises(BadData, match=r"README\.md"):
        written_into(text, "| ny |")
