"""The published knowledge as one file that is replaced whole."""

from pathlib import Path

from pydantic import ValidationError

from guide.catalogue.whole_file import write_whole
from guide.errors import KnowledgeMissing
from guide.model.knowledge import Knowledge


class SnapshotFile:
    """Reads and publishes the knowledge. A reader sees the old state or the new, never half."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def stamp(self) -> str:
        """Changes when another state is published.

        Raises:
            KnowledgeMissing: nothing has been published.
        """
        try:
            stat = self._path.stat()
        except FileNotFoundError as error:
            raise self._missing() from error
        return f"{stat.st_mtime_ns}-{stat.st_size}-{stat.st_ino}"

    def load(self) -> Knowledge:
        """The published state.

        Raises:
            KnowledgeMissing: nothing has been published, or the file is damaged.
        """
        try:
            return Knowledge.model_validate_json(self._path.read_bytes())
        except FileNotFoundError as error:
            raise self._missing() from error
        except ValidationError as error:
            raise KnowledgeMissing(
                f"{self._path} is damaged or of another version; run: python -m ingest run"
            ) from error

    def publish(self, knowledge: Knowledge) -> None:
        """Replaces the published state in one step."""
        write_whole(self._path, knowledge.model_dump_json(exclude_defaults=True).encode())

    def _missing(self) -> KnowledgeMissing:
        return KnowledgeMissing(f"{self._path} does not exist; run: python -m ingest run")
