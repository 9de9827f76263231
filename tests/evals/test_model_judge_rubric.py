"""The rubric is data with a version, every change of it shows, and each run sees another order."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from evals.data_files import BadData
from evals.model_judge.order import ordered
from evals.model_judge.readers import READ, read_labels
from evals.model_judge.rubric import LABELS, RUBRIC, VERDICTS, Pin, read_rubric

OWN: dict[str, Any] = yaml.safe_load(RUBRIC.read_text(encoding="utf-8"))


def written(path: Path, **fields: Any) -> Path:
    """The own rubric with other fields; None leaves one out."""
    changed = {name: value for name, value in {**OWN, **fields}.items() if value is not None}
    path.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
    return path


def test_the_own_rubric_tells_every_label_and_verdict() -> None:
    rubric = read_rubric()
    assert set(rubric.labels) == set(LABELS)
    assert set(rubric.verdicts) == set(VERDICTS)


def test_any_change_of_words_changes_the_pin(tmp_path: Path) -> None:
    other = read_rubric(written(tmp_path / "r.yaml", system=OWN["system"] + "Be kind."))
    unlike = Pin.of("m", read_rubric(), 3).unlike(Pin.of("m", other, 3))
    assert [one.split(":")[0] for one in unlike] == ["rubric_digest"]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"version": None}, "version: Field required"),
        ({"version": 0}, "version: "),
        ({"extra": 1}, "extra: "),
        ({"labels": {"right": "x"}}, "labels: .*partly, wrong, unsafe is missing"),
        ({"labels": {**OWN["labels"], "good": "x"}}, "labels.good"),
        ({"verdicts": {"holds": "x"}}, "verdicts: .*does not hold, beside the point is missing"),
        ({"system": "{labels}"}, r"system: .*must hold \{labels\}, \{verdicts\}"),
        ({"question": "{answer} {task} {more}"}, "question: .*no other field"),
        ({"question": "{answer} {task"}, "question: .*a brace is not closed"),
    ],
)
def test_a_faulty_rubric_is_told_by_field(
    tmp_path: Path, fields: dict[str, Any], fault: str
) -> None:
    with pytest.raises(BadData, match=rf"r\.yaml: {fault}"):
        read_rubric(written(tmp_path / "r.yaml", **fields))


def test_what_is_no_yaml_is_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text("version: 1\nlabels: [\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"r\.yaml:3: "):
        read_rubric(path)
    with pytest.raises(BadData, match=r"none\.yaml cannot be read"):
        read_rubric(tmp_path / "none.yaml")


def test_each_item_stands_at_another_place_in_each_run() -> None:
    for question in ("q1", "q2", "q3"):
        runs = [ordered(LABELS, question, run) for run in range(len(LABELS))]
        for place in range(len(LABELS)):
            assert {run[place] for run in runs} == set(LABELS)


def test_orders_repeat_and_differ_between_questions() -> None:
    assert ordered(LABELS, "q1", 5) == ordered(LABELS, "q1", 5)
    assert len({tuple(ordered(LABELS, f"q{n}", 0)) for n in range(20)}) > 5
    assert ordered((), "q", 0) == []
    assert ordered((1,), "q", 7) == [1]


def test_the_own_readers_labels_are_read() -> None:
    readers = read_labels(READ)
    assert set(readers) == {"a", "b"}
    assert {len(labels) for labels in readers.values()} == {50}


def test_faulty_labels_are_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    line = '{"id": "x", "reader": "a", "label": "right"}\n'
    path.write_text(line + line.replace("right", "good"), encoding="utf-8")
    with pytest.raises(BadData, match=r"labels\.jsonl:2: label: "):
        read_labels(path)
    path.write_text(line + line, encoding="utf-8")
    with pytest.raises(BadData, match=r"labels\.jsonl:2: id: 'a' labels 'x' twice"):
        read_labels(path)
