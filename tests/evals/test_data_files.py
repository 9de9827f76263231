"""A data file that cannot be used is told by file, line and field."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals.data_files import AnswerCase, BadData, Document, Query, read

CASE = {
    "id": "a",
    "audience": "resident",
    "lang": "sv",
    "question": "Vem kan jag ringa?",
    "expected": ["Kontaktcenter"],
    "kind": "service_lookup",
}


def file_of(folder: Path, *lines: object) -> Path:
    path = folder / "lines.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    return path


def test_lines_are_read_in_order_and_unknown_fields_let_through(tmp_path: Path) -> None:
    path = file_of(tmp_path, {**CASE, "note": "x"}, {**CASE, "id": "b", "allowed": ["CRISIS"]})
    first, second = read(path, AnswerCase)
    assert (first.id, first.allowed) == ("a", ())
    assert second.allowed == ("CRISIS",)


def test_blank_lines_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n\n', encoding="utf-8-sig")
    assert [document.id for document in read(path, Document)] == ["a"]


def test_a_line_separator_within_a_text_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"id": "a", "text": "x\u2028y\x85z"}\r\n', encoding="utf-8")
    assert read(path, Document)[0].text == "x\u2028y\x85z"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({**CASE, "expected": []}, "expected"),
        ({**CASE, "audience": "alla"}, "audience"),
        ({**CASE, "allowed": ["HELP"]}, "allowed.0"),
        ({key: value for key, value in CASE.items() if key != "question"}, "question"),
        ("text", "line"),
    ],
)
def test_a_faulty_line_is_named_with_its_field(tmp_path: Path, line: Any, field: str) -> None:
    path = file_of(tmp_path, CASE, line)
    with pytest.raises(BadData, match=rf"lines\.jsonl:2: {field}: "):
        read(path, AnswerCase)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"lines\.jsonl:1: line: Invalid JSON"):
        read(path, Document)


def test_a_query_needs_something_relevant(tmp_path: Path) -> None:
    path = file_of(tmp_path, {"id": "q", "text": "vad", "relevant": []})
    with pytest.raises(BadData, match=":1: relevant: "):
        read(path, Query)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=":2: id: 'a' stands twice"):
        read(file_of(tmp_path, CASE, CASE), AnswerCase)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tom.jsonl").touch()
    with pytest.raises(BadData, match=r"tom\.jsonl holds no lines"):
        read(tmp_path / "tom.jsonl", Document)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"saknas\.jsonl cannot be read"):
        read(tmp_path / "saknas.jsonl", Document)
