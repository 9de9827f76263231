"""Folders that are made once: one maker at a time, moved into place in one step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.errors import ModelPreparationError

WAIT_SECONDS = 1800.0
Progress = Callable[[str], None]


def say_nothing(_: str) -> None:
    """For a caller who wants no progress."""


@contextmanager
def taking_turns(path: Path, progress: Progress) -> Iterator[None]:
    """Holds the lock file while the block runs; a second process waits for it.

    Raises:
        ModelPreparationError: another run held it for half an hour.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress("Another run is preparing the model; waiting for it …")
            lock.acquire(timeout=WAIT_SECONDS, poll_interval=0.5)
    except Timeout as error:
        raise ModelPreparationError(
            f"Another run has been preparing the model for {WAIT_SECONDS / 60:.0f} minutes. "
            f"End that run (it holds {path}) and try again."
        ) from error
    try:
        yield
    finally:
        lock.release()


def move_into_place(made: Path, folder: Path, replaced: Path) -> None:
    """Renames `made` to `folder`; a folder that is there steps aside to `replaced`.

    Raises:
        OSError: it cannot be renamed; what was there before is there again.
    """
    # A folder cannot be renamed onto a full one, so an outdated one steps aside first.
    outdated = folder.exists()
    if outdated:
        folder.rename(replaced)
    try:
        made.rename(folder)
    except OSError:
        if outdated:
            replaced.rename(folder)
        raise


def file_sizes(folder: Path) -> dict[str, int]:
    """Every file's name within the folder, and its size in bytes."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in found}
