"""A run of the suite from the command to its page, its acceptance and its comparison."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner, Result

from evals.cli import app
from evals.components.outcome import Outcome
from evals.components.registry import COMPONENTS
from evals.gates.baseline import BASELINE, load_baseline
from evals.page.page import page
from evals.report import README, between_markers
from evals.suite import readme_table
from evals.suite.suite_compare import compared
from evals.suite.suite_run import load, save
from guide.settings import Settings
from ingest.sync import Sync
from tests.evals.suite_runs import a_run, accepted, an_outcome

MARKERS = f"Text\n{readme_table.START}\n{readme_table.END}\n"


@pytest.fixture
def published(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small knowledge, published; gives a folder for runs."""
    Sync.from_settings(settings).run()
    monkeypatch.setenv("GUIDE_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", settings.embedding_model)
    monkeypatch.delenv("GUIDE_EVALDATA", raising=False)
    return tmp_path / "runs"


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_two_runs_of_the_same_state_are_the_same(published: Path) -> None:
    """Alone how long they took may differ."""
    for name in ("one", "two"):
        none = ("--baseline", published / "none.json")
        told = invoke("run", "answers", "equal-treatment", "--out", published / name, *none)
        assert told.exit_code == 0, told.output
    files = {path.name for path in (published / "one").iterdir()} - {"seconds.json"}
    assert {"config.json", "figures.json", "outcomes.jsonl", "report.html"} <= files
    for name in files:
        one, two = ((published / run / name).read_bytes() for run in ("one", "two"))
        assert one == two, name
    config = json.loads((published / "one" / "config.json").read_text(encoding="utf-8"))
    assert config["components"] == {"answers": 1, "equal-treatment": 2}
    assert config["ranking"]["knowledge"]
    assert config["ranking"]["embedder"]


def test_a_component_that_does_not_exist_is_refused(published: Path) -> None:
    told = invoke("run", "suite", "answer", "--out", published)
    assert told.exit_code == 2
    assert "answer" in told.stderr


def all_components() -> list[Outcome]:
    return [
        an_outcome(name, "small", n, scores={measure: float(way == "more")})
        for name, component in COMPONENTS.items()
        for measure, way in list(component.ways.items())[:1]
        for n in range(6)
    ]


def test_a_run_is_accepted_with_who_and_why(tmp_path: Path) -> None:
    save(tmp_path / "run", a_run(all_components()))
    readme, baseline = tmp_path / "README.md", tmp_path / "baseline.json"
    readme.write_text(MARKERS, encoding="utf-8")
    files = ("--baseline", baseline, "--readme", readme)
    assert invoke("accept", tmp_path / "run", "--who", "Anna", *files).exit_code == 2
    assert invoke("accept", tmp_path / "run", "--who", " ", "--why", "x", *files).exit_code == 2
    for why in ("first", "second"):
        done = invoke("accept", tmp_path / "run", "--who", "Anna", "--why", why, *files)
        assert done.exit_code == 0, done.output
    known = load_baseline(baseline)
    assert known is not None
    assert [(one.who, one.why) for one in known.acceptances] == [
        ("Anna", "second"),
        ("Anna", "first"),
    ]
    assert readme_table.table(known) in readme.read_text(encoding="utf-8")


def test_what_no_run_may_do_cannot_be_accepted(tmp_path: Path) -> None:
    bad = an_outcome("manipulation", "small", 9, scores={"manipulation with effect": 1})
    save(tmp_path / "run", a_run([*all_components(), bad]))
    files = ("--baseline", tmp_path / "b.json", "--readme", tmp_path / "README.md")
    done = invoke("accept", tmp_path / "run", "--who", "Anna", "--why", "well", *files)
    assert done.exit_code == 1
    assert "no manipulation with effect" in done.stderr
    assert not (tmp_path / "b.json").exists()


def test_a_part_of_the_suite_cannot_be_accepted(tmp_path: Path) -> None:
    save(tmp_path / "run", a_run([an_outcome("answers", "answers", 1, scores={"passed": 1})]))
    done = invoke("accept", tmp_path / "run", "--who", "Anna", "--why", "well")
    assert done.exit_code == 1
    assert "lacks routing" in " ".join(done.stderr.split())


def outcomes(score: float, found: str, **fields: object) -> list[Outcome]:
    return [
        an_outcome("answers", "small", n, scores={"passed": score}, question=f"Fråga {n}?",
                   found=(found,), **fields)
        for n in range(8)
    ]  # fmt: skip


def test_a_comparison_shows_changed_cases_side_by_side(tmp_path: Path) -> None:
    save(tmp_path / "one", a_run(outcomes(1.0, "karpen")))
    save(tmp_path / "two", a_run(outcomes(0.0, "bris")))
    (found,) = compared(load(tmp_path / "one"), load(tmp_path / "two")).differences
    assert (found.verdict, found.better, found.worse) == ("worse", 0, 8)
    assert (found.cases[0].before, found.cases[0].after) == (("karpen",), ("bris",))
    told = invoke("compare", tmp_path / "one", tmp_path / "two")
    assert "worse" in told.stdout
    assert json.loads(invoke("compare", tmp_path / "one", tmp_path / "two", "--json").stdout)


def test_of_a_held_out_set_only_counts_are_compared() -> None:
    first, second = (a_run(outcomes(s, "bris", held_out=True)) for s in (1.0, 0.0))
    (found,) = compared(first, second).differences
    assert (found.worse, found.cases) == (8, ())


def test_fewer_alarms_are_better() -> None:
    first, second = (
        a_run([an_outcome("routing", "t", n, scores={"crisis in peace": s}) for n in range(6)])
        for s in (1.0, 0.0)
    )
    assert compared(first, second).differences[0].verdict == "better"


def test_the_page_loads_nothing_and_shows_no_held_out_case() -> None:
    open_, hidden = outcomes(0.0, "bris"), outcomes(0.0, "bris", held_out=True)
    hidden = [one.model_copy(update={"set": "held", "question": "Hemlig?"}) for one in hidden]
    run = a_run([*open_, *hidden])
    told = page(run, accepted(run))
    assert "Fråga 3?" in told
    assert "Hemlig?" not in told
    assert not regex.findall(r"(?:src|href)=\"(?!#)|https?://|url\(|<script|@import", told)
    assert "prefers-color-scheme: dark" in told
    assert '<html lang="en">' in told
    levels = [int(level) for level in regex.findall(r"<h([1-6])", told)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_synthetic_cases_count_in_no_figure() -> None:
    made = [an_outcome("retrieval", "own-phrases", 1, scores={"hit@5": 0, "hit@1": 0},
                       synthetic=True, groups={"service": "bris"})]  # fmt: skip
    assert accepted(a_run([*made, *outcomes(1.0, "bris")])).figures[0].component == "answers"


def test_a_question_with_markup_is_shown_as_text() -> None:
    one = an_outcome("answers", "s", 1, scores={"passed": 0}, question="<script>x</script>")
    assert "<script>" not in page(a_run([one]), None)


def test_the_readme_shows_what_was_accepted() -> None:
    known = load_baseline(BASELINE)
    assert known is not None
    told = between_markers(README.read_text(encoding="utf-8"), readme_table.START, readme_table.END)
    assert told == readme_table.table(known)


def test_the_accepted_run_is_of_the_whole_suite() -> None:
    known = load_baseline(BASELINE)
    assert known is not None
    assert list(known.made_with.components) == list(COMPONENTS)
