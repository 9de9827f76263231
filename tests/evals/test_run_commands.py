"""`evals run retrieval`, `compare` and `report`, from questions to the table, with real parts."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from evals.cli import app
from evals.report import END, START
from evals.runs import load
from guide.settings import Settings
from ingest.sync import Sync

QUESTIONS: list[dict[str, Any]] = [
    {"id": "a", "audience": "resident", "lang": "sv", "kind": "plain"}
    | {"question": "Vad är Ekstodet?", "expected": ["EKSTODET", "CRISIS"]},
    {"id": "b", "audience": "staff", "lang": "sv", "kind": "multi_problem"}
    | {"question": "Ekstodet och samtal", "expected": ["Ekstodet", "Boendehjalpen"]},
    {"id": "c", "audience": "resident", "lang": "sv", "kind": "plain"}
    | {"question": "Hjälp!", "expected": ["CRISIS", "Växeln"]},
]
PAGES: list[dict[str, Any]] = [
    {"id": "p1", "title": "Hyra", "text": "Hyran betalas före månadens slut."}
] + [{"id": f"p{n}", "title": "Annat", "text": f"Om något annat, nummer {n}."} for n in range(2, 9)]
PAGE_QUESTIONS: list[dict[str, Any]] = [
    {"id": "q1", "text": "när betalas hyran", "relevant": ["p1"], "answers": ["månadens slut"]}
]


def write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")


@pytest.fixture
def published(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small knowledge, published, and two small external sets; gives a folder for runs."""
    Sync.from_settings(settings).run()
    monkeypatch.setenv("GUIDE_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", settings.embedding_model)
    monkeypatch.setenv("GUIDE_EVALDATA", str(tmp_path / "data-sets"))
    write(tmp_path / "data-sets" / "questions" / "dev.jsonl", QUESTIONS)
    write(tmp_path / "data-sets" / "swequad" / "corpus.jsonl", PAGES)
    write(tmp_path / "data-sets" / "swequad" / "queries.jsonl", PAGE_QUESTIONS)
    return tmp_path / "runs"


def invoke(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result


def test_a_set_of_services_is_measured_by_the_guide_and_by_each_leg(published: Path) -> None:
    out = ("--out", published / "one")
    told = json.loads(invoke("run", "retrieval", "--set", "questions-dev", "--json", *out).stdout)
    (result,) = told["sets"]
    assert (result["all"]["n"], result["left_out"]) == (2, 1)
    assert set(result["all"]["legs"]) == {"guide", "dense", "lexical", "fused", "zscore"}
    assert set(result["latency"]) == {"embed", "dense", "lexical", "fuse", "answer"}
    assert result["all"]["legs"]["guide"]["hit@1"]["value"] == 1.0
    kinds = result["groups"]["kind"]
    assert kinds["multi_problem"]["legs"]["guide"]["parts@5"]["n"] == 1
    assert "parts@5" not in kinds["plain"]["legs"]["guide"]
    assert result["all"]["differences"]["fused - zscore"]["mrr@10"]["value"] == 0.0


def test_a_set_over_pages_is_measured_by_passage(published: Path) -> None:
    invoke("run", "retrieval", "--set", "swequad", "--out", published / "pages")
    (line,) = (published / "pages" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    case = json.loads(line)
    assert case["relevant"] == ["p1:text-1"]
    assert case["ranks"]["lexical"] == 1
    assert set(case["scores"]["fused"]) == {"ndcg@10", "hit@1", "recall@5", "mrr@10"}


def test_what_cannot_be_measured_is_skipped_with_the_reason(published: Path) -> None:
    sets = ("--set", "swefaq", "--set", "own-tuning", "--set", "questions-dev")
    result = invoke("run", "retrieval", *sets, "--out", published / "some")
    assert "swefaq is skipped: GUIDE_EVALDATA holds no folder swefaq" in result.stderr
    assert "own-tuning is skipped: none of its questions names anything" in result.stderr
    run = load(published / "some")
    assert [found.name for found in run.results.sets] == ["questions-dev"]
    assert run.config.passages["entries"] > 0
    assert run.config.constants["passages.POOL"] > 0


def test_a_set_that_does_not_exist_is_refused(published: Path) -> None:
    result = CliRunner().invoke(app, ["run", "retrieval", "--set", "swefak"])
    assert result.exit_code == 2
    assert "swefak" in result.stderr
    assert not published.exists()


def test_runs_are_compared_and_reported(published: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        invoke("run", "retrieval", "--set", "questions-dev", "--out", published / name)
    told = json.loads(invoke("compare", published / "one", published / "two", "--json").stdout)
    assert told["sets"][0]["legs"]["guide"]["hit@5"]["value"] == 0.0
    assert invoke("compare", published / "one", published / "two").stdout
    readme, results = tmp_path / "README.md", tmp_path / "results" / "retrieval.json"
    readme.write_text(f"Text\n{START}\n{END}\n", encoding="utf-8")
    arguments = ("report", published / "one", "--readme", readme, "--results", results)
    table = invoke(*arguments).stdout
    assert table.strip() in readme.read_text(encoding="utf-8")
    assert "questions-dev" in table
    assert results.is_file()


def test_a_folder_without_a_run_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["compare", str(tmp_path), str(tmp_path)])
    assert result.exit_code == 1
    assert "config.json cannot be used" in " ".join(result.stderr.split())
