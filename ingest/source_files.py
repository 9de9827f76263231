"""Where the document of a source lies: in the folder of documents, under its bare name."""

from pathlib import Path

from guide.model.evidence import Source

LONGEST = 255
"""Bytes of a name that usual file systems take."""


def is_file_name(name: str) -> bool:
    """Whether the name is that of a file within a folder, and leads nowhere else."""
    return name not in ("", "..") and Path(name).name == name and len(name.encode()) <= LONGEST


def at_hand(source: Source, folder: Path | None) -> Path | None:
    """The source's file, or None where the folder does not hold it."""
    if folder is None or source.file is None or not is_file_name(source.file):
        return None
    path = folder / source.file
    return path if path.is_file() else None
