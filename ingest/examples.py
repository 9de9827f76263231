"""What editors wrote to say when an entry fits: the examples that the search learns from."""

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np

from guide.catalogue.whole_file import write_whole
from guide.model.knowledge import Content
from guide.model.service import Phrases
from guide.model.terms import Language
from guide.ports import Embedder, Vectors

BATCH = 512
SAVED_EVERY = 2
"""Batches between two savings, so that a run that is killed has not worked for nothing."""
Progress = Callable[[int, int], None]


class Example(NamedTuple):
    """A text and the entry that fits it."""

    service_id: str
    text: str


def examples(content: Content) -> Iterator[Example]:
    """Of each entry: phrases, summaries and further examples in every language, and for whom it
    is."""
    for service in content.services:
        summaries = (service.summary.text(language) for language in Language)
        texts = (
            *service.phrases.all(),
            *content.examples.get(service.id, Phrases()).all(),
            *(text for text in summaries if text),
            service.summary.easy,
            service.who_it_is_for,
        )
        yield from (Example(service.id, text) for text in dict.fromkeys(texts) if text)


class ExampleVectors:
    """Vectors of examples in one file, so that a run embeds only what is new.

    The file may be lost or damaged at any time: it is then made again.
    """

    def __init__(self, file: Path, embedder: Embedder) -> None:
        self._file = file
        self._embedder = embedder

    def of(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """A vector for each text, shape (n, dimension); those of texts that are no longer among
        them are forgotten.

        Raises:
            OSError: the file cannot be written.
        """
        known = self._read()
        new = [text for text in dict.fromkeys(texts) if self._key(text) not in known]
        for number, start in enumerate(range(0, len(new), BATCH), 1):
            batch = new[start : start + BATCH]
            made = self._embedder.embed_passages(batch)
            known |= {self._key(text): vector for text, vector in zip(batch, made, strict=True)}
            progress(start + len(batch), len(new))
            if number % SAVED_EVERY == 0:
                self._write(known)
        wanted = {key: known[key] for key in map(self._key, texts)}
        if new or len(wanted) < len(known):
            self._write(wanted)
        return np.stack(list(map(known.__getitem__, map(self._key, texts))))

    def _key(self, text: str) -> str:
        named = f"{self._embedder.fingerprint}\x1f{text}"
        return hashlib.sha256(named.encode()).hexdigest()[:32]

    def _read(self) -> dict[str, Vectors]:
        try:
            with self._file.open("rb") as file, np.load(file, allow_pickle=False) as held:
                return dict(zip(held["keys"].tolist(), held["vectors"], strict=True))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return {}

    def _write(self, known: dict[str, Vectors]) -> None:
        content = io.BytesIO()
        np.savez(content, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
        write_whole(self._file, content.getvalue())
