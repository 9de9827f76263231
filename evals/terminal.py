"""How the commands talk: results on stdout, progress and faults on stderr."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console
from rich.progress import Progress

from evals.data_files import BadData
from evals.errors import WorkerLost
from guide.cli import EXPECTED

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


@contextmanager
def reported() -> Iterator[None]:
    """What can be expected to go wrong ends the command with one line and exit status 1."""
    try:
        yield
    except (BadData, WorkerLost, *EXPECTED) as error:
        errors.print(str(error), style="red", markup=False, soft_wrap=True)
        raise typer.Exit(1) from error


@contextmanager
def progress_bar() -> Iterator[Any]:
    """A function `(what, done, total)` that moves a bar, on a terminal only."""
    with Progress(console=errors, disable=not errors.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield report


def show(result: dict[str, Any], as_json: bool, table: Any) -> None:
    """The result as JSON, or as the table made of it."""
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
    else:
        console.print(table(result))


def share_of(found: dict[str, Any]) -> str:
    """A counted share with its interval and counts, for a table; "-" where nothing was counted."""
    if not found["n"]:
        return "-"
    counted = f"{found['hits']}/{found['n']}"
    return f"{found['value']:.3f} ({found['low']:.2f} to {found['high']:.2f}) {counted}"
