"""Why a document cannot be read, and what its editor can do about it."""

from pathlib import Path

from ingest.problems import Problem


class UnreadableDocument(Exception):
    """The document gives no text that can be trusted; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def unreadable(path: Path, message: str, remedy: str) -> UnreadableDocument:
    """The error to raise for a file, in Swedish."""
    return UnreadableDocument(Problem(file=path.name, message=message, remedy=remedy))


def unopened(path: Path, error: OSError) -> UnreadableDocument:
    """The error to raise for a file that the system does not open."""
    message = f"Filen går inte att öppna ({error.strerror})."
    return unreadable(path, message, "Kontrollera att den finns och får läsas.")
