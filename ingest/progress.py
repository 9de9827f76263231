"""A progress bar for people, silence for pipes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def progress(console: Console) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that takes how many texts are done and how many there are."""
    with Progress(console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Räknar in stycken och exempel", total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield report
