"""How the editor's commands talk: results on stdout, faults on stderr, and when they end."""

from pathlib import Path
from typing import NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console

from guide.errors import ModelMissing, ModelPreparationError, StoreUnavailable, SyncFailed
from guide.model.knowledge import Content
from guide.settings import Settings
from ingest.check import check as check_folder
from ingest.load import Loader
from ingest.problems import refuse_errors

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)
EXPECTED = (SyncFailed, StoreUnavailable, ModelMissing, ModelPreparationError)


def read_settings() -> Settings:
    """The settings, or an exit that names the wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = ".".join(map(str, fault["loc"])) or "GUIDE_"
            errors.print(f"Fel inställning {name}: {fault['msg']}", markup=False, soft_wrap=True)
        raise typer.Exit(2) from error


def checked_content(config: Settings) -> Content:
    """What editors wrote, or an exit that names every error in it."""
    loaded = Loader(config.knowledge_dir).load()
    try:
        refuse_errors(check_folder(loaded, config.documents_folder, thorough=False))
    except SyncFailed as error:
        fail(error)
    return loaded.content


def fail(error: Exception) -> NoReturn:
    """Says what went wrong and ends the command with exit status 1."""
    errors.print(str(error), style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1) from error


def cannot_write(path: Path, error: OSError, remedy: str) -> NoReturn:
    """Says which file cannot be written and ends the command with exit status 2."""
    message = f"{path} går inte att skriva ({error.strerror}); {remedy}."
    errors.print(message, style="red", markup=False, soft_wrap=True)
    raise typer.Exit(2) from error
