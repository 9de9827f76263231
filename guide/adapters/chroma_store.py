"""Vectors in Chroma: in-process, or a server by address."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from guide.errors import StoreUnavailable
from guide.model.passage import Passage
from guide.model.terms import Audience
from guide.ports import Scored, Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

PAGE = 5000


class ChromaStore:
    """One collection, named for the embedder, cosine distance, vectors passed by us."""

    def __init__(self, connect: Callable[[], "ClientAPI"], collection: str, place: str) -> None:
        self._connect = connect
        self._name = collection
        self._place = place

    @classmethod
    def in_process(cls, folder: Path, collection: str) -> "ChromaStore":
        """Kept in a folder, for one process at a time."""
        return cls(lambda: _persistent(folder), collection, f"the Chroma folder {folder}")

    @classmethod
    def server(cls, url: str, collection: str) -> "ChromaStore":
        """Kept by a Chroma server at http(s)://host:port."""
        return cls(lambda: _http(url), collection, f"the Chroma server {url}")

    @classmethod
    def in_memory(cls, collection: str) -> "ChromaStore":
        """Forgotten with the process: a scratch store."""
        return cls(_ephemeral, collection, "the in-memory Chroma")

    def digests(self) -> frozenset[str]:
        found: set[str] = set()
        with self._available():
            while page := self._collection.get(limit=PAGE, offset=len(found), include=[])["ids"]:
                found.update(page)
        return frozenset(found)

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        if not passages:
            return
        with self._available():
            self._collection.upsert(
                ids=[passage.digest for passage in passages],
                embeddings=vectors,
                documents=[passage.search_text for passage in passages],
                metadatas=[_metadata(passage) for passage in passages],
            )

    def delete(self, digests: Sequence[str]) -> None:
        with self._available():
            for start in range(0, len(digests), PAGE):
                self._collection.delete(ids=list(digests[start : start + PAGE]))

    def search(self, vector: Vectors, limit: int, audience_staff: bool) -> list[Scored]:
        where: Any = None if audience_staff else {"audience": Audience.RESIDENT.value}
        with self._available():
            found = self._collection.query(
                query_embeddings=[vector.tolist()],
                n_results=limit,
                where=where,
                include=["distances"],
            )
        distances = (found["distances"] or [[]])[0]
        return [Scored(i, 1.0 - d) for i, d in zip(found["ids"][0], distances, strict=True)]

    @cached_property
    def _collection(self) -> "Collection":
        return self._connect().get_or_create_collection(
            self._name,
            configuration={"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}},
            embedding_function=None,
        )

    @contextmanager
    def _available(self) -> Iterator[None]:
        """Turns every failure of the store into one error that says what to do."""
        try:
            yield
        except Exception as error:
            self.__dict__.pop("_collection", None)
            raise StoreUnavailable(
                f"{self._place} cannot be used ({_reason(error)}); "
                "start it, or change GUIDE_CHROMA_URL or GUIDE_DATA_DIR"
            ) from error


def collection_name(fingerprint: str) -> str:
    """A name that Chroma accepts: 3 to 512 of [a-zA-Z0-9._-], one collection per embedder."""
    safe = "".join(c if c.isalnum() and c.isascii() else "-" for c in fingerprint)
    return f"passages-{safe}-v1"


def _metadata(passage: Passage) -> dict[str, str]:
    return {
        "passage_id": passage.id,
        "service_id": passage.service_id,
        "audience": passage.audience.value,
        "language": passage.language.value,
    }


def _reason(error: Exception) -> str:
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def _persistent(folder: Path) -> "ClientAPI":
    import chromadb

    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(path=str(folder), settings=_settings())


def _http(url: str) -> "ClientAPI":
    import chromadb

    parts = urlsplit(url)
    secure = parts.scheme == "https"
    return chromadb.HttpClient(
        host=parts.hostname or "localhost",
        port=parts.port or (443 if secure else 80),
        ssl=secure,
        settings=_settings(),
    )


def _ephemeral() -> "ClientAPI":
    import chromadb

    return chromadb.EphemeralClient(settings=_settings())
