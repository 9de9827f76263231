"""Which questions a command puts."""

from pathlib import Path

from evals.data_files import AnswerCase, BadData, read, read_ids
from guide.settings import PROJECT

QUESTIONS = PROJECT / "evals" / "data" / "answers.jsonl"


def chosen_cases(questions: list[Path], among: Path | None) -> list[AnswerCase]:
    """Each case of the files once and, where a file names ids, of those alone.

    Raises:
        BadData: a file cannot be read, or a line of it, or two files differ about a case.
    """
    found: dict[str, AnswerCase] = {}
    for path in questions:
        for case in read(path, AnswerCase):
            if found.setdefault(case.id, case) != case:
                raise BadData(f"{path}: another file has another case {case.id}; rename one")
    named = found.keys() if among is None else read_ids(among)
    return [case for case in found.values() if case.id in named]
