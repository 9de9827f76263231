"""What tuning changed of an encoder's weights, and the scores it was tuned for, as one small file.

Of each changed weight the file holds the difference: a matrix as whole numbers from -127 to 127
with a scale for each row, anything else as float16. Differences are small, so a byte is enough.
"""

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from guide.catalogue.whole_file import write_whole
from guide.ports import Vectors

LEVELS = 127
SCALES = ".scales"
HEAD = "head."


def head_name(label: str) -> str:
    """Under which name a label's score is held: its weights, then its offset."""
    return HEAD + label


class TunedWeights:
    """Differences by the weight's name."""

    def __init__(self, differences: Mapping[str, Vectors]) -> None:
        self._differences = dict(differences)

    @classmethod
    def read(cls, path: Path) -> "TunedWeights":
        """The file's differences.

        Raises:
            OSError: it cannot be read.
            ValueError: it is not such a file; the message names it.
        """
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
                names = [name for name in held.files if not name.endswith(SCALES)]
                return cls({name: _restored(held, name) for name in names})
        except (ValueError, KeyError, EOFError, BadZipFile) as error:
            raise ValueError(f"{path} does not hold tuned weights ({error})") from error

    def write(self, path: Path) -> None:
        """Writes them, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        content = io.BytesIO()
        np.savez_compressed(content, **dict(_packed(self._differences)))  # type: ignore[arg-type]
        write_whole(path, content.getvalue())

    def heads(self) -> dict[str, Vectors]:
        """By label, the score that tells it: weights over a unit vector of the tuned encoder, then
        the offset."""
        return {
            name.removeprefix(HEAD): values
            for name, values in self._differences.items()
            if name.startswith(HEAD)
        }

    def changed(self, name: str, values: Vectors) -> Vectors:
        """The weight with what tuning changed; as given where it changed nothing.

        Raises:
            ValueError: the difference has another shape, so it is another encoder's.
        """
        difference = self._differences.get(name)
        if difference is None:
            return values
        if difference.shape != values.shape:
            raise ValueError(f"{name}: {difference.shape} is not {values.shape}")
        summed: Vectors = values + difference
        return summed


def _packed(differences: Mapping[str, Vectors]) -> "dict[str, np.ndarray]":
    packed: dict[str, np.ndarray] = {}
    for name, values in differences.items():
        if values.ndim < 2:
            packed[name] = values.astype(np.float32 if name.startswith(HEAD) else np.float16)
            continue
        scales = np.maximum(np.abs(values).max(axis=1) / LEVELS, np.finfo(np.float32).tiny)
        packed[name] = np.rint(values / scales[:, None]).astype(np.int8)
        packed[name + SCALES] = scales.astype(np.float32)
    return packed


def _restored(held: "np.lib.npyio.NpzFile", name: str) -> Vectors:
    values: Vectors = held[name].astype(np.float32)
    return values if values.ndim < 2 else values * held[name + SCALES][:, None]
