"""Export a sentence-transformers folder once, as a folder that onnxruntime serves.

Needs neither network nor PyTorch. The export stands on its own: graph, weights, tokenizer and a
stamp that names what it was made from: a model's folder and, for an encoder tuned to a task, the
file of what tuning changed.
"""

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

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
from guide.adapters.tuned_weights import TunedWeights
from guide.errors import ModelPreparationError

STAMP = "export.json"
FORMAT_VERSION = 1
SOURCES = (WEIGHTS, TOKENIZER, *DESCRIPTIONS)
REMEDY = "set GUIDE_EMBEDDING_ENGINE=sentence-transformers to use the model without an export"


class _Origin(NamedTuple):
    """What an export is made from."""

    model: Path
    tuning: Path | None = None

    @property
    def name(self) -> str:
        parts = (self.model.name, self.tuning.stem if self.tuning else "", "onnx")
        return "-".join(part for part in parts if part)

    @property
    def files(self) -> dict[str, Path]:
        tuning = {} if self.tuning is None else {"tuning": self.tuning}
        return {name: self.model / name for name in SOURCES} | tuning

    def seen(self) -> dict[str, list[int]]:
        """Sizes and times."""
        found = {name: path.stat() for name, path in self.files.items()}
        return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in found.items()}

    def digest(self) -> str:
        """Over all bytes."""
        digest = hashlib.sha256()
        for path in self.files.values():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()


def prepare_export(
    model: Path, cache_dir: Path, progress: Progress = say_nothing, tuning: Path | None = None
) -> Path:
    """The complete export of a model folder, `cache_dir/<model.name>-onnx`, or of what a file of
    tuned weights makes of it, `cache_dir/<model.name>-<tuning.stem>-onnx`.

    Made first if it is not there, is incomplete, was made from other weights or by an earlier
    format: beside the final place, and moved there in one step. Runs at the same time wait for
    each other, and what a killed run left is removed.

    Raises:
        ModelPreparationError: it could not be made; nothing half-made remains, and the message
            says what to do.
    """
    origin = _Origin(model, tuning)
    folder = cache_dir / origin.name
    if _is_exported(origin, cache_dir):
        return folder
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        with taking_turns(cache_dir / f".{folder.name}.lock", progress):
            if not _is_exported(origin, cache_dir):
                progress(f"Exporting {folder.name.removesuffix('-onnx')} for onnxruntime …")
                _export(origin, folder)
    except NotExportable as error:
        raise ModelPreparationError(f"{model} cannot be exported: {error}; {REMEDY}") from error
    except (OSError, MemoryError) as error:
        raise ModelPreparationError(
            f"{model} could not be exported to {folder}: {error or 'out of memory'}. It takes "
            f"half as much free disk and as much memory as {WEIGHTS} is large. Make room, "
            f"choose another GUIDE_DATA_DIR, or {REMEDY}."
        ) from error
    return folder


def is_exported(model: Path, cache_dir: Path, tuning: Path | None = None) -> bool:
    """Whether the export is complete, of these very weights and in this format version.

    Sizes and times of the model's files are looked at; its bytes only when those have changed.
    """
    return _is_exported(_Origin(model, tuning), cache_dir)


def _is_exported(origin: _Origin, cache_dir: Path) -> bool:
    folder = cache_dir / origin.name
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        if stamp["format"] != FORMAT_VERSION or any(
            (folder / name).stat().st_size != size for name, size in stamp["files"].items()
        ):
            return False
        return bool(stamp["seen"] == origin.seen() or stamp["source"] == origin.digest())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def _export(origin: _Origin, folder: Path) -> None:
    # Imported here: a start with an export at hand must not pay for it.
    from guide.adapters.onnx_graph import write_graph

    workspace = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(workspace, ignore_errors=True)
    made = workspace / "export"
    made.mkdir(parents=True)
    try:
        encoder, seen = Encoder.read(origin.model), origin.seen()
        write_graph(origin.model, encoder, made, _tuned(origin.tuning))
        shutil.copyfile(origin.model / TOKENIZER, made / TOKENIZER)
        stamp = {
            "format": FORMAT_VERSION,
            "source": origin.digest(),
            "seen": seen,
            "encoder": asdict(encoder),
            "files": file_sizes(made),
        }
        (made / STAMP).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
        move_into_place(made, folder, workspace / "replaced")
    finally:
        shutil.rmtree(workspace, ignore_errors=True)


def _tuned(path: Path | None) -> TunedWeights:
    if path is None:
        return TunedWeights({})
    try:
        return TunedWeights.read(path)
    except ValueError as error:
        raise NotExportable(str(error)) from error
