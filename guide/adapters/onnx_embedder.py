"""Embeddings by onnxruntime, from an export of a sentence-transformers folder."""

import hashlib
import json
import os
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from guide.adapters.encoder_folder import TOKENIZER, Encoder
from guide.adapters.onnx_export import STAMP
from guide.adapters.onnx_format import GRAPH_FILE
from guide.adapters.word_vectors import words_of
from guide.errors import ModelMissing
from guide.ports import Vectors, Words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BATCH_TOKENS = 1024
"""Texts times the longest one's tokens; keeps the memory of one run under 50 MB."""
MOST_THREADS = 8


class _Engine(NamedTuple):
    session: "InferenceSession"
    tokenizer: "Tokenizer"


class _Stamp(NamedTuple):
    origin: tuple[str, str]
    encoder: Encoder


class OnnxEmbedder:
    """An export by folder, loaded at the first text. Any number of threads may embed at once.

    Texts are NFKC-normalised, led by the prompt, and cut at the model's longest text; vectors
    are means over tokens and have unit length. A text's vector does not depend on its company
    beyond the last digits of float32.
    """

    def __init__(
        self, export: Path, query_prompt: str | None = None, passage_prompt: str | None = None
    ) -> None:
        self._folder = export
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt
        self._lock = threading.Lock()

    @cached_property
    def fingerprint(self) -> str:
        """Name of the export, a digest of what it was made from, and the prompts.

        Raises:
            ModelMissing: there is no export; the message says what to do.
        """
        parts = (*self._stamp.origin, str(self._query_prompt), str(self._passage_prompt))
        return f"{self._folder.name}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:12]}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, unit length.

        Raises:
            ModelMissing: the export cannot be loaded; the message says what to do.
        """
        return self._embed(texts, self._passage_prompt, self._encoder.passage_prompt)

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimension,), float32, unit length.

        Raises:
            ModelMissing: the export cannot be loaded; the message says what to do.
        """
        vector: Vectors = self._embed([text], self._query_prompt, self._encoder.query_prompt)[0]
        return vector

    def read_words(self, texts: Sequence[str]) -> list[Words]:
        """The words of each text, read behind the prompt of a question, which is left out.

        Raises:
            ModelMissing: the export cannot be loaded; the message says what to do.
        """
        wished = self._query_prompt
        prompt = self._encoder.query_prompt if wished is None else wished
        engine, found = self._loaded(), []
        for text in texts:
            prompted = prompt + unicodedata.normalize("NFKC", text)
            tokens = engine.tokenizer.encode(prompted)
            vectors = self._tokens(engine.session, [tokens.ids])[0]
            found.append(words_of(prompted, tokens.offsets, vectors, len(prompt)))
        return found

    def _embed(self, texts: Sequence[str], wished: str | None, own: str) -> Vectors:
        prompt = own if wished is None else wished
        engine = self._loaded()
        prompted = [(prompt + unicodedata.normalize("NFKC", text)).strip() for text in texts]
        tokens = [found.ids for found in engine.tokenizer.encode_batch_fast(prompted)]
        vectors = np.empty((len(texts), self._encoder.hidden), np.float32)
        for batch in _batches([len(ids) for ids in tokens]):
            vectors[batch] = self._run(engine.session, [tokens[place] for place in batch])
        return vectors

    def _run(self, session: "InferenceSession", tokens: list[list[int]]) -> Vectors:
        sizes = np.array([len(ids) for ids in tokens])
        mask = np.arange(sizes.max()) < sizes[:, None]
        found = self._tokens(session, tokens)
        means = np.einsum("btd,bt->bd", found, mask.astype(np.float32)) / sizes[:, None]
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), dtype=np.float32)

    def _tokens(self, session: "InferenceSession", tokens: list[list[int]]) -> Vectors:
        """Shape (texts, longest text's tokens, dimension)."""
        sizes = np.array([len(ids) for ids in tokens])
        places = np.arange(sizes.max())
        mask = places < sizes[:, None]
        numbers = np.full(mask.shape, self._encoder.pad, np.int64)
        numbers[mask] = np.concatenate(tokens)
        shifted = np.where(mask, places + self._encoder.first_position, 0)
        given = {
            "input_ids": numbers,
            "position_ids": shifted.astype(np.int64),
            "attention_mask": mask.astype(np.int32),
        }
        found: Vectors = session.run(None, given)[0]
        return found

    @property
    def _encoder(self) -> Encoder:
        return self._stamp.encoder

    @cached_property
    def _stamp(self) -> _Stamp:
        try:
            stamp = json.loads((self._folder / STAMP).read_text(encoding="utf-8"))
            origin = (stamp["source"], str(stamp["format"]))
            return _Stamp(origin, Encoder(**stamp["encoder"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._missing(error) from error

    def _loaded(self) -> _Engine:
        with self._lock:
            return self._engine

    @cached_property
    def _engine(self) -> _Engine:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_cores(), MOST_THREADS)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # What a long batch took is given back, and idle threads leave the cores to others.
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = onnxruntime.InferenceSession(
                self._folder / GRAPH_FILE, options, providers=["CPUExecutionProvider"]
            )
            tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        except Exception as error:  # Both libraries raise kinds of their own, some private.
            raise self._missing(error) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._encoder.max_tokens)
        return _Engine(session, tokenizer)

    def _missing(self, error: Exception) -> ModelMissing:
        reason = (str(error).strip() or repr(error)).splitlines()[0]
        return ModelMissing(
            f"the export {self._folder} cannot be loaded ({reason}); "
            "delete that folder and run: python -m guide prepare"
        )


def _batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts, shortest first, so that little is padded."""
    batch: list[int] = []
    for place in sorted(range(len(sizes)), key=sizes.__getitem__):
        if batch and (len(batch) + 1) * sizes[place] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _cores() -> int:
    """Cores that this process may use; not every system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
