"""How two runs of the suite are shown beside each other."""

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from evals.suite.suite_compare import Difference, SuiteComparison, compared
from evals.suite.suite_run import load
from evals.terminal import console, reported, show

SHOWN = 10
_STYLES = {"better": "green", "worse": "bold red"}


def compare_suites(first: Path, second: Path, as_json: bool) -> None:
    """Every measure that changed, and the cases behind it side by side."""
    with reported():
        found = compared(load(first), load(second))
    show(found.model_dump(mode="json"), as_json, lambda _: _table(found))
    if not as_json:
        for one in found.differences:
            if one.cases:
                console.print(_cases(one))


def _table(comparison: SuiteComparison) -> Table:
    lines = [f"{name}: {a} -> {b}" for name, (a, b) in comparison.config.items()]
    if comparison.only_in_one:
        lines.append(f"{comparison.only_in_one} cases are in one run only")
    table = Table("component", "set", "measure", "difference (95 %)", "better", "worse", "")
    table.caption = escape("\n".join(lines))
    for one in comparison.differences:
        if one.better or one.worse:
            value = one.difference
            told = f"{value.value:+.3f} ({value.low:+.3f} to {value.high:+.3f})"
            style = _STYLES.get(one.verdict, "dim")
            counts = (str(one.better), str(one.worse))
            table.add_row(
                one.component, one.set, one.measure, told, *counts, f"[{style}]{one.verdict}[/]"
            )
    return table


def _cases(one: Difference) -> Table:
    """The worst first."""
    more = f", and {len(one.cases) - SHOWN} more" if len(one.cases) > SHOWN else ""
    title = f"{one.component} {one.set}: {one.measure}{more}"
    table = Table("case", "", "question", "expected", "before", "after", title=title)
    for case in one.cases[:SHOWN]:
        lists = (", ".join(names) for names in (case.expected, case.before, case.after))
        way = "better" if case.by > 0 else "worse"
        cells = (case.id, way, case.question, *lists)
        table.add_row(*(escape(cell) for cell in cells))
    return table
