"""Vectors in Chroma: in-process, or a server by address."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from guide.adapters.chroma_connection import (
    Connection,
    FolderConnection,
    MemoryConnection,
    ServerConnection,
)
from guide.errors import StoreUnavailable
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.ports import Scored, Vectors

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

PAGE = 5000
R = TypeVar("R")


class ChromaStore:
    """One collection, named for the embedder, cosine distance, vectors passed by us."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def in_process(cls, folder: Path, collection: str) -> "ChromaStore":
        """Kept in a folder; what another process writes there is seen from the next use on."""
        return cls(FolderConnection(folder, collection))

    @classmethod
    def server(cls, url: str, collection: str) -> "ChromaStore":
        """Kept by a Chroma server at http(s)://host:port."""
        return cls(ServerConnection(url, collection))

    @classmethod
    def in_memory(cls, collection: str) -> "ChromaStore":
        """Forgotten with the process: a scratch store."""
        return cls(MemoryConnection(collection))

    def digests(self) -> frozenset[str]:
        def all_ids(collection: "Collection") -> frozenset[str]:
            found: set[str] = set()
            while page := collection.get(limit=PAGE, offset=len(found), include=[])["ids"]:
                found.update(page)
            return frozenset(found)

        return self._do(all_ids)

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        if not passages:
            return

        def upsert(collection: "Collection") -> None:
            collection.upsert(
                ids=[passage.digest for passage in passages],
                embeddings=vectors,
                documents=[passage.search_text for passage in passages],
                metadatas=[_metadata(passage) for passage in passages],
            )

        self._do(upsert)

    def delete(self, digests: Sequence[str]) -> None:
        def forget(collection: "Collection") -> None:
            for start in range(0, len(digests), PAGE):
                collection.delete(ids=list(digests[start : start + PAGE]))

        self._do(forget)

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        where: Any = {"shelf": shelf.value}
        if audience is Audience.RESIDENT:
            where = {"$and": [where, {"audience": audience.value}]}
        found = self._do(
            lambda collection: collection.query(
                query_embeddings=[vector.tolist()],
                n_results=limit,
                where=where,
                include=["distances"],
            )
        )
        distances = (found["distances"] or [[]])[0]
        return [Scored(i, 1.0 - d) for i, d in zip(found["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Lets go of the store; the next use opens it again."""
        self._connection.reset()

    def _do(self, operation: Callable[["Collection"], R]) -> R:
        """Every failure that stays becomes one error that says what to do. Another process may
        write between two steps of Chroma's, so a folder gets more than one try."""
        for left in reversed(range(self._connection.tries)):
            try:
                with self._connection.use() as collection:
                    return operation(collection)
            except Exception as error:
                self._connection.reset()
                if not left:
                    raise self._unavailable(error) from error
        raise AssertionError

    def _unavailable(self, error: Exception) -> StoreUnavailable:
        return StoreUnavailable(
            f"{self._connection.place} cannot be used ({_reason(error)}); {self._connection.remedy}"
        )


def collection_name(fingerprint: str) -> str:
    """A name that Chroma accepts: 3 to 512 of [a-zA-Z0-9._-], one collection per embedder."""
    safe = "".join(c if c.isalnum() and c.isascii() else "-" for c in fingerprint)
    return f"passages-{safe}-v2"


def _metadata(passage: Passage) -> dict[str, str]:
    return {
        "passage_id": passage.id,
        "service_id": passage.service_id,
        "audience": passage.audience.value,
        "shelf": passage.shelf.value,
        "language": passage.language.value,
    }


def _reason(error: BaseException) -> str:
    """First line of what went wrong first: Chroma's own clean-up often fails after it."""
    while error.__context__ is not None:
        error = error.__context__
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__
