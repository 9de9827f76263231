"""Embeddings by a sentence-transformers model."""

import hashlib
import os
import threading
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from guide.errors import ModelMissing
from guide.ports import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 16
_CONFIGURATION = ("config.json", "config_sentence_transformers.json", "modules.json")


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, by folder or by name. Loaded at the first text.

    A folder is loaded without any network. Texts are NFKC-normalised; vectors have unit length.
    """

    def __init__(
        self, model: str | Path, query_prompt: str | None = None, passage_prompt: str | None = None
    ) -> None:
        self._name = str(model)
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt
        self._lock = threading.Lock()

    @cached_property
    def fingerprint(self) -> str:
        """Name of the model, a digest of its weights when it is a folder, and the prompts."""
        folder = Path(self._name)
        weights = _digest(folder) if folder.is_dir() else self._name
        parts = (weights, str(self._query_prompt), str(self._passage_prompt))
        return f"{folder.name}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:12]}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, unit length.

        Raises:
            ModelMissing: the model cannot be loaded; the message says what to do.
        """
        return np.asarray(
            self._encode("encode_document", list(texts), self._passage_prompt), dtype=np.float32
        )

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimension,), float32, unit length.

        Raises:
            ModelMissing: the model cannot be loaded; the message says what to do.
        """
        vectors = self._encode("encode_query", [text], self._query_prompt)
        return np.asarray(vectors[0], dtype=np.float32)

    def _encode(self, method: str, texts: list[str], prompt: str | None) -> Any:
        options: dict[str, Any] = {} if prompt is None else {"prompt": prompt}
        with self._lock:
            return getattr(self._model, method)(
                [unicodedata.normalize("NFKC", text) for text in texts],
                batch_size=BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
                **options,
            )

    @cached_property
    def _model(self) -> "SentenceTransformer":
        local = Path(self._name).is_dir()
        if not local and (os.sep in self._name and Path(self._name).is_absolute()):
            raise ModelMissing(
                f"the model folder {self._name} does not exist; "
                "set GUIDE_EMBEDDING_MODEL, or run: python -m guide prepare"
            )
        if local:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils.logging import disable_progress_bar

            disable_progress_bar()  # type: ignore[no-untyped-call]
            return SentenceTransformer(self._name, local_files_only=local, device="cpu")
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
            raise ModelMissing(
                f"the embedding model {self._name} cannot be loaded ({reason}); "
                "set GUIDE_EMBEDDING_MODEL to a folder or name of a sentence-transformers model"
            ) from error


def _digest(folder: Path) -> str:
    """Over the bytes of weights, configuration and prompts; path names do not count."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".safetensors", ".bin") or path.name in _CONFIGURATION:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
