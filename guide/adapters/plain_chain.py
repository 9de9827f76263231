"""The published passages behind a plain LangChain chain over Chroma, to hold the guide against.

It does what a first chain does: embed the question, take the nearest texts, keep the audience.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from guide.adapters.chroma_store import collection_name
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.ports import Embedder

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings


class PlainChain:
    """A `langchain_chroma.Chroma` that is asked through its retriever."""

    def __init__(self, chain: "Chroma") -> None:
        self._chain = chain

    @classmethod
    def published(cls, folder: Path, embedder: Embedder) -> Self:
        """Over the very collection that is published for the embedder in the folder."""
        from langchain_chroma import Chroma

        return cls(
            Chroma(
                client=_client(folder),
                collection_name=collection_name(embedder.fingerprint),
                embedding_function=_embeddings(embedder),
                create_collection_if_not_exists=False,
            )
        )

    @classmethod
    def over(cls, folder: Path, name: str, passages: Sequence[Passage], embedder: Embedder) -> Self:
        """Over a collection of its own, kept by that name: new passages are embedded, old ones
        dropped."""
        from langchain_chroma import Chroma

        chain = Chroma(
            client=_client(folder),
            collection_name=name,
            embedding_function=_embeddings(embedder),
            collection_configuration={"hnsw": {"space": "cosine"}},
        )
        held = set(chain.get(include=[])["ids"])
        if gone := sorted(held - {one.digest for one in passages}):
            chain.delete(gone)
        if new := [one for one in passages if one.digest not in held]:
            texts, told = [one.search_text for one in new], [_metadata(one) for one in new]
            chain.add_texts(texts, told, [one.digest for one in new])
        return cls(chain)

    def services(self, question: str, audience: Audience, texts: int) -> list[str]:
        """Ids of the entries that the nearest texts are of, best first."""
        where: dict[str, Any] = {"shelf": Shelf.ENTRIES.value}
        if audience is Audience.RESIDENT:
            where = {"$and": [where, {"audience": audience.value}]}
        found = self._chain.as_retriever(search_kwargs={"k": texts, "filter": where})
        documents = found.invoke(question)
        return list(dict.fromkeys(str(one.metadata["service_id"]) for one in documents))


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(
        path=str(folder), settings=Settings(anonymized_telemetry=False)
    )


def _metadata(passage: Passage) -> dict[str, Any]:
    return {
        "service_id": passage.service_id,
        "audience": passage.audience.value,
        "shelf": passage.shelf.value,
    }


def _embeddings(embedder: Embedder) -> "Embeddings":
    from langchain_core.embeddings import Embeddings

    class Asked(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            vectors: list[list[float]] = embedder.embed_passages(texts).tolist()
            return vectors

        def embed_query(self, text: str) -> list[float]:
            vector: list[float] = embedder.embed_query(text).tolist()
            return vector

    return Asked()
