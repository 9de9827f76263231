"""A sync run as a process of its own, so that the guide never imports the ingest."""

import json
import os
import subprocess
import sys
from pathlib import Path

from guide.errors import SyncFailed
from guide.ports import SyncReport
from guide.settings import PREFIX, PROJECT, Settings

TIMEOUT_S = 1800


class IngestProcess:
    """Runs `python -m ingest run` with the same settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self) -> SyncReport:
        """Runs a sync and waits for it.

        Raises:
            SyncFailed: the process said why, or took longer than half an hour.
        """
        try:
            done = subprocess.run(
                [sys.executable, "-m", "ingest", "run", "--json"],
                cwd=PROJECT,
                env={**os.environ, **self._environment()},
                capture_output=True,
                text=True,
                timeout=TIMEOUT_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise SyncFailed(f"the sync took longer than {TIMEOUT_S} s and was stopped") from error
        if done.returncode != 0:
            raise SyncFailed(_reason(done.stderr))
        return SyncReport(**json.loads(done.stdout.strip().splitlines()[-1]))

    def _environment(self) -> dict[str, str]:
        values = self._settings.model_dump(exclude_none=True)
        if Path(self._settings.embedding_model).is_dir():
            values["embedding_model"] = Path(self._settings.embedding_model)
        return {PREFIX + name.upper(): _told(value) for name, value in values.items()}


def _reason(stderr: str) -> str:
    """What the process said; of a crash only the last line, which names the error."""
    lines = stderr.strip().splitlines() or ["the sync failed without a message"]
    return lines[-1] if "Traceback" in stderr else "\n".join(lines)


def _told(value: object) -> str:
    """Paths whole: the process runs in another folder."""
    return str(value.absolute() if isinstance(value, Path) else value)
