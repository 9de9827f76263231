"""`evals judge` and `judge compare`, from the settings to tables, files and exit statuses."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from evals.cli import app
from evals.model_judge.kept import Kept, load, save
from evals.model_judge.notes import EARLIER, NEVER_ALONE
from evals.model_judge.result import JudgeResult
from evals.model_judge.rubric import Label
from evals.model_judge.sums import summed
from guide.settings import Settings
from ingest.sync import Sync
from tests.chat_server import fails, served
from tests.evals.model_judges import PIN, a_reader, a_result, judges, labels_of

CASES = [
    {"id": f"q{n}", "audience": "resident", "lang": "sv", "kind": "plain", "expected": ["Ekstodet"]}
    | {"question": f"Vad är Ekstodet {n}?"}
    for n in range(4)
]
MIXED = labels_of({"right": 14, "partly": 8, "wrong": 1, "unsafe": 1})
BETTER = labels_of({"right": 18, "partly": 4, "wrong": 1, "unsafe": 1})


@pytest.fixture(autouse=True)
def _offline() -> None:
    """A server on this machine is spoken to, and nothing else."""


@pytest.fixture
def questions(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small knowledge, published; gives four questions."""
    Sync.from_settings(settings).run()
    monkeypatch.setenv("GUIDE_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", settings.embedding_model)
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, CASES)), encoding="utf-8")
    return path


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A judge that finds everything partly right."""
    with served(judges("partly")) as (address, _):
        monkeypatch.setenv("GUIDE_CHAT_MODEL", "scripted")
        monkeypatch.setenv("GUIDE_CHAT_BASE_URL", address)
        monkeypatch.setenv("GUIDE_CHAT_SECONDS", "60")
        yield


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["judge", *map(str, arguments)])


def wrote(path: Path, result: JudgeResult) -> Path:
    save(path, Kept.of(result, summed(result.questions, {}), ()))
    return path


def wrote_labels(path: Path, labels: list[Label]) -> Path:
    lines = [
        json.dumps({"id": name, "reader": reader, "label": label, "why": ""})
        for reader in ("a", "b")
        for name, label in a_reader(labels).items()
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.usefixtures("model")
def test_what_was_judged_is_printed_and_kept_whole(questions: Path, tmp_path: Path) -> None:
    out = tmp_path / "judged.json"
    done = invoke("--questions", questions, "--every", "2", "--out", out, "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told == json.loads(out.read_text(encoding="utf-8"))
    assert told["labels"] == {"q0": "partly", "q2": "partly"}
    assert told["result"]["pin"]["model"] == "scripted"
    assert told["sums"]["runs"] == {"read": 6, "unreadable": 0, "no reply": 0}
    assert told["sums"]["between"]["a and b"]["exact"]["value"] == 0.88
    claim = told["result"]["questions"][0]["runs"][0]["reply"]["claims"][0]
    assert (claim["sentence"], claim["verdict"], claim["stands"]) == (1, "holds", True)
    assert load(out).pin.runs == 3


@pytest.mark.usefixtures("model")
def test_the_table_says_what_the_labels_are_worth(questions: Path, tmp_path: Path) -> None:
    among = tmp_path / "ids.jsonl"
    among.write_text('{"id": "q1"}\n', encoding="utf-8")
    done = invoke("--questions", questions, "--among", among, "--runs", "2")
    assert done.exit_code == 0, done.output
    said = " ".join(done.stdout.split())
    for words in ("q1", "partly, partly", "2 runs", "undefined", EARLIER, NEVER_ALONE):
        assert words in said
    assert "q0" not in said


def test_without_a_model_the_command_says_what_to_set() -> None:
    done = invoke()
    assert done.exit_code == 1
    assert "set GUIDE_CHAT_MODEL, or add --local" in done.output


def test_a_model_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_CHAT_MODEL", "nobody:nothing")
    done = invoke()
    assert done.exit_code == 1
    assert "guide doctor" in done.output


def test_a_server_that_only_fails_is_told(questions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(fails(500)) as (address, asked):
        monkeypatch.setenv("GUIDE_CHAT_MODEL", "scripted")
        monkeypatch.setenv("GUIDE_CHAT_BASE_URL", address)
        done = invoke("--questions", questions)
        assert len(asked) == 3
    assert done.exit_code == 1
    assert "gave no reply" in done.output


@pytest.mark.parametrize(
    ("option", "text", "fault"),
    [
        ("--questions", '{"id": "a"}', "bad:1: audience: "),
        ("--among", '{"id": 1}', "bad:1: id: "),
        ("--among", '{"id": "nobody"}', "names no question"),
        ("--labels", '{"id": "a", "reader": "a", "label": "good"}', "bad:1: label: "),
        ("--rubric", "version: x", "bad: version: "),
    ],
)
def test_bad_input_is_named(tmp_path: Path, option: str, text: str, fault: str) -> None:
    (tmp_path / "bad").write_text(text, encoding="utf-8")
    done = invoke(option, tmp_path / "bad")
    assert done.exit_code == 1
    assert fault in done.output


def test_one_run_is_refused() -> None:
    done = invoke("--runs", "1")
    assert done.exit_code == 2


def test_a_difference_is_told_where_the_judge_may_be_believed(tmp_path: Path) -> None:
    first = wrote(tmp_path / "a.json", a_result(MIXED))
    second = wrote(tmp_path / "b.json", a_result(BETTER))
    labels = wrote_labels(tmp_path / "labels.jsonl", MIXED)
    done = invoke("compare", first, second, "--labels", labels)
    assert done.exit_code == 0, done.output
    said = " ".join(done.stdout.split())
    assert "right: +0.167 (" in said
    assert "q14: partly -> right" in said
    assert NEVER_ALONE in said
    assert EARLIER not in said
    told = json.loads(invoke("compare", first, second, "--labels", labels, "--json").stdout)
    assert told["difference"]["right"]["n"] == 24


def test_what_may_not_be_believed_ends_with_status_1_and_why(tmp_path: Path) -> None:
    first = wrote(tmp_path / "a.json", a_result(MIXED))
    other = PIN.model_copy(update={"model": "another"})
    second = wrote(tmp_path / "b.json", a_result(BETTER, other))
    labels = wrote_labels(tmp_path / "labels.jsonl", MIXED[::-1])
    done = invoke("compare", first, second, "--labels", labels)
    assert done.exit_code == 1
    said = " ".join(done.output.split())
    assert "Not believed: - the pins differ: model: scripted, another" in said
    assert "first: kappa with reader a is " in said
    assert "right: +" not in said
    done = invoke("compare", first, second, "--labels", labels, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["difference"] is None


def test_a_file_that_is_no_result_is_named(tmp_path: Path) -> None:
    first = wrote(tmp_path / "a.json", a_result(MIXED))
    done = invoke("compare", first, tmp_path / "none.json")
    assert done.exit_code == 1
    assert "none.json cannot be read" in done.output
    broken = json.loads(first.read_text(encoding="utf-8"))
    del broken["result"]["questions"][3]["runs"][0]
    (tmp_path / "b.json").write_text(json.dumps(broken), encoding="utf-8")
    done = invoke("compare", first, tmp_path / "b.json")
    assert done.exit_code == 1
    assert "b.json: result: Value error, questions: q3 has not 3 runs" in done.output
