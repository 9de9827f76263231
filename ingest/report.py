"""How problems are shown: a table by file, a line each, JSON, a page."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from guide.model.value import Value
from ingest.problems import Problem, Severity

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


class FileProblems(Value):
    """What was found in one file, in the order of its lines."""

    file: str
    problems: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self.problems)


class Report(Value):
    """The problems of one folder on one day."""

    entries: int
    today: dt.date
    anchors_looked_up: bool
    problems: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self.problems)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        return self.count(Severity.WARNING)

    def by_code(self) -> list[tuple[str, int]]:
        """How often each check found something, the most frequent first."""
        return Counter(problem.code for problem in self.problems).most_common()

    def by_file(self) -> Iterator[FileProblems]:
        """The problems file by file; files with errors first."""
        ordered = sorted(self.problems, key=lambda problem: (problem.file, problem.line or 0))
        groups = [
            FileProblems(file=file, problems=tuple(found))
            for file, found in groupby(ordered, key=lambda problem: problem.file)
        ]
        return iter(sorted(groups, key=lambda group: group.count(Severity.ERROR) == 0))

    def summary(self) -> str:
        return f"{self.entries} poster, {self.errors} fel, {self.warnings} varningar."


def as_json(problems: Sequence[Problem]) -> str:
    """The problems as a JSON list, each with file, line, field, severity, code and texts."""
    return json.dumps([p.model_dump(mode="json") for p in problems], ensure_ascii=False)


def print_lines(report: Report, console: Console) -> None:
    """One problem a line, for files, pipes and other programs."""
    for problem in report.problems:
        console.print(str(problem), style=STYLES[problem.severity], markup=False, soft_wrap=True)
    _print_end(report, console)


def print_tables(report: Report, console: Console) -> None:
    """A table for each file, for people at a terminal."""
    for group in report.by_file():
        table = Table(title=group.file, title_justify="left", title_style="bold",
                      show_header=False, expand=True, padding=(0, 1))  # fmt: skip
        table.add_column(justify="right", width=5)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=4, overflow="fold")
        for problem in group.problems:
            table.add_row(str(problem.line or ""), _what(problem), _told(problem))
        console.print(table)
    for code, number in report.by_code():
        console.print(f"{number:5} {code}")
    _print_end(report, console)


def _what(problem: Problem) -> Text:
    return Text.assemble(
        (problem.severity.value, STYLES[problem.severity]), "\n", (problem.code, "dim")
    )


def _told(problem: Problem) -> Text:
    field = f"{problem.field}: " if problem.field else ""
    return Text.assemble((field, "bold"), problem.message, "\n", (problem.remedy, "italic"))


def _print_end(report: Report, console: Console) -> None:
    if not report.anchors_looked_up:
        console.print("Ankare slogs inte upp: stadens dokument finns inte här (GUIDE_DOCUMENTS).")
    console.print(report.summary())
