"""What an editor does to a knowledge folder, and what loading it says."""

from pathlib import Path

from ingest.load import Loader
from ingest.problems import Problem


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replaces text that must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def write(folder: Path, file: str, text: str) -> None:
    """Writes a file, its folder too."""
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def line_of(folder: Path, file: str, text: str) -> int:
    """The number of the first line that holds the text."""
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def only_problem(folder: Path) -> Problem:
    """The one problem that loading finds."""
    problems = Loader(folder).load().problems
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]
