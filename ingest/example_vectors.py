"""Vectors of examples, kept so that each text is embedded once.

The repository holds those of its own examples for the default model, so that a fresh machine need
not make them; a file in the data folder holds the rest. Either may be missing, outdated or
damaged: what is not there is made.

A number takes one byte: a vector is held as whole numbers from -127 to 127 and its largest part.
With the default model its direction changes by less than half a degree. Every vector is rounded
so, whether it was just made or read: what is learned does not depend on who embedded it.
"""

import hashlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from guide.catalogue.whole_file import write_whole
from guide.ports import Embedder, Vectors

BATCH = 512
SAVED_EVERY = 2
"""Batches between two savings, so that a run that is killed has not worked for nothing."""
LEVELS = 127
Progress = Callable[[int, int], None]
_Held = dict[int, tuple[NDArray[np.int8], np.float32]]


class ExampleVectors:
    """Vectors by text and encoder; `shipped` is the file that the repository holds."""

    def __init__(self, file: Path, embedder: Embedder, shipped: Path) -> None:
        self._file = file
        self._embedder = embedder
        self.shipped = shipped

    @property
    def encoder(self) -> str:
        """Fingerprint of what makes them."""
        return self._embedder.fingerprint

    def of(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """Shape (len(texts), dimension), float32, nearly unit length. Vectors of texts that are
        no longer asked for are dropped from the file.

        Raises:
            OSError: the file cannot be written.
        """
        if not texts:
            return np.empty((0, 0), np.float32)
        shipped, own = self._read(self.shipped), self._read(self._file)
        keys = {_key(text): text for text in texts}
        new = [text for key, text in keys.items() if key not in shipped and key not in own]
        kept = {key: held for key, held in own.items() if key in keys and key not in shipped}
        for number, start in enumerate(range(0, len(new), BATCH), 1):
            batch = new[start : start + BATCH]
            made = map(_rounded, self._embedder.embed_passages(batch))
            kept |= dict(zip(map(_key, batch), made, strict=True))
            progress(start + len(batch), len(new))
            if number % SAVED_EVERY == 0:
                self._write(self._file, kept)
        if new or len(kept) < len(own):
            self._write(self._file, kept)
        known = shipped | kept
        return np.stack([_vector(*known[_key(text)]) for text in texts])

    def ship(self, texts: Sequence[str], progress: Progress) -> int:
        """Writes the file that the repository holds; its size in bytes.

        Raises:
            OSError: it cannot be written.
        """
        self.of(texts, progress)
        known = self._read(self.shipped) | self._read(self._file)
        keys = sorted({_key(text) for text in texts})
        self._write(self.shipped, {key: known[key] for key in keys})
        return self.shipped.stat().st_size

    def _read(self, path: Path) -> _Held:
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
                if str(held["embedder"]) != self.encoder:
                    return {}
                keys, whole, largest = (held[name] for name in ("keys", "whole", "largest"))
                pairs = zip(whole, largest, strict=True)
                return dict(zip(keys.tolist(), pairs, strict=True))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return {}

    def _write(self, path: Path, known: _Held) -> None:
        content = io.BytesIO()
        np.savez_compressed(
            content,
            embedder=np.array(self.encoder),
            keys=np.array(list(known), dtype=np.uint64),
            whole=np.array([whole for whole, _ in known.values()], dtype=np.int8),
            largest=np.array([largest for _, largest in known.values()], dtype=np.float32),
        )
        write_whole(path, content.getvalue())


def _key(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _rounded(vector: Vectors) -> tuple[NDArray[np.int8], np.float32]:
    largest = np.float32(np.abs(vector).max())
    return np.rint(vector / largest * LEVELS).astype(np.int8), largest


def _vector(whole: NDArray[np.int8], largest: np.float32) -> Vectors:
    vector: Vectors = whole.astype(np.float32) * (largest / np.float32(LEVELS))
    return vector
