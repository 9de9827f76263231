"""What readers said of answers to the same questions: the labels that a judge is held to."""

from collections.abc import Mapping
from pathlib import Path

from evals.data_files import BadData, Line, numbered
from evals.model_judge.rubric import Label
from evals.runs import RESULTS

READ = RESULTS / "answers_read.jsonl"
Readers = Mapping[str, Mapping[str, Label]]
"""`{reader: {question: label}}`."""


class ReadLabel(Line):
    """One reader's label of one answer."""

    reader: str
    label: Label


def read_labels(path: Path) -> Readers:
    """Each reader's labels.

    Raises:
        BadData: the file is missing, a line is not what it should be, or a reader labels twice.
    """
    found: dict[str, dict[str, Label]] = {}
    for number, line in numbered(path, ReadLabel):
        own = found.setdefault(line.reader, {})
        if line.id in own:
            raise BadData(f"{path}:{number}: id: {line.reader!r} labels {line.id!r} twice")
        own[line.id] = line.label
    return found
