"""Which questions a command puts, of several files."""

from pathlib import Path

import pytest

from evals.chosen_cases import chosen_cases
from evals.data_files import BadData

CASE = (
    '{"id": "%s", "question": "%s", "audience": "resident", "lang": "sv", "kind": "plain", '
    '"expected": ["UNKNOWN"]}'
)


def _file(folder: Path, name: str, *cases: tuple[str, str]) -> Path:
    path = folder / name
    path.write_text("\n".join(CASE % case for case in cases) + "\n", encoding="utf-8")
    return path


def test_a_case_that_stands_in_two_files_is_put_once(tmp_path: Path) -> None:
    one = _file(tmp_path, "one.jsonl", ("a", "Var finns hjälp?"))
    both = _file(tmp_path, "both.jsonl", ("a", "Var finns hjälp?"), ("b", "Vem ringer jag?"))
    assert [case.id for case in chosen_cases([one, both], None)] == ["a", "b"]


def test_two_cases_of_one_name_are_refused_with_file_and_name(tmp_path: Path) -> None:
    one = _file(tmp_path, "one.jsonl", ("a", "Var finns hjälp?"))
    other = _file(tmp_path, "other.jsonl", ("a", "Vem ringer jag?"))
    with pytest.raises(BadData, match=r"other\.jsonl: another file has another case a"):
        chosen_cases([one, other], None)
