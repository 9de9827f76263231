"""Export a sentence-transformers folder once, as a folder that onnxruntime serves.

Needs neither network nor PyTorch. The export stands on its own: graph, weights, tokenizer and a
stamp that names what it was made from.
"""

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

from guide.adapters.encoder_folder import (
    DESCRIPTIONS,
    TOKENIZER,
    WEIGHTS,
    Encoder,
    NotExportable,
)
from guide.adapters.made_once import (
    Progress,
    file_sizes,
    move_into_place,
    say_nothing,
    taking_turns,
)
from guide.errors import ModelPreparationError

STAMP = "export.json"
FORMAT_VERSION = 1
SOURCES = (WEIGHTS, TOKENIZER, *DESCRIPTIONS)
REMEDY = "set GUIDE_EMBEDDING_ENGINE=sentence-transformers to use the model without an export"


def prepare_export(model: Path, cache_dir: Path, progress: Progress = say_nothing) -> Path:
    """The complete export of a model folder, `cache_dir/<model.name>-onnx`.

    Made first if it is not there, is incomplete, was made from other weights or by an earlier
    format: beside the final place, and moved there in one step. Runs at the same time wait for
    each other, and what a killed run left is removed.

    Raises:
        ModelPreparationError: it could not be made; nothing half-made remains, and the message
            says what to do.
    """
    folder = _place(model, cache_dir)
    if is_exported(model, cache_dir):
        return folder
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        with taking_turns(cache_dir / f".{folder.name}.lock", progress):
            if not is_exported(model, cache_dir):
                progress(f"Exporting {model.name} for onnxruntime …")
                _export(model, folder)
    except NotExportable as error:
        raise ModelPreparationError(f"{model} cannot be exported: {error}; {REMEDY}") from error
    except (OSError, MemoryError) as error:
        raise ModelPreparationError(
            f"{model} could not be exported to {folder}: {error or 'out of memory'}. It takes "
            f"half as much free disk and as much memory as {WEIGHTS} is large. Make room, "
            f"choose another GUIDE_DATA_DIR, or {REMEDY}."
        ) from error
    return folder


def is_exported(model: Path, cache_dir: Path) -> bool:
    """Whether the export is complete, of these very weights and in this format version.

    Sizes and times of the model's files are looked at; its bytes only when those have changed.
    """
    folder = _place(model, cache_dir)
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        if stamp["format"] != FORMAT_VERSION or any(
            (folder / name).stat().st_size != size for name, size in stamp["files"].items()
        ):
            return False
        return bool(stamp["seen"] == _seen(model) or stamp["source"] == _digest(model))
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def _place(model: Path, cache_dir: Path) -> Path:
    return cache_dir / f"{model.name}-onnx"


def _export(model: Path, folder: Path) -> None:
    # Imported here: a start with an export at hand must not pay for it.
    from guide.adapters.onnx_graph import write_graph

    workspace = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(workspace, ignore_errors=True)
    made = workspace / "export"
    made.mkdir(parents=True)
    try:
        encoder, seen = Encoder.read(model), _seen(model)
        write_graph(model, encoder, made)
        shutil.copyfile(model / TOKENIZER, made / TOKENIZER)
        stamp = {
            "format": FORMAT_VERSION,
            "source": _digest(model),
            "seen": seen,
            "encoder": asdict(encoder),
            "files": file_sizes(made),
        }
        (made / STAMP).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
        move_into_place(made, folder, workspace / "replaced")
    finally:
        shutil.rmtree(workspace, ignore_errors=True)


def _seen(model: Path) -> dict[str, list[int]]:
    found: dict[str, Any] = {name: (model / name).stat() for name in SOURCES}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in found.items()}


def _digest(model: Path) -> str:
    digest = hashlib.sha256()
    for name in SOURCES:
        with (model / name).open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
