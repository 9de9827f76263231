"""The published passages behind a plain LangChain chain over Chroma, to hold the guide against.

It does what a first chain does: embed the question, take the nearest texts, keep the audience.
"""

from pathlib import Path
from typing import Any

from guide.adapters.chroma_store import collection_name
from guide.model.terms import Audience, Shelf
from guide.ports import Embedder


class PlainChain:
    """`langchain_chroma.Chroma` over the collection that is published for the embedder."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        import chromadb
        from chromadb.config import Settings
        from langchain_chroma import Chroma
        from langchain_core.embeddings import Embeddings

        class Asked(Embeddings):
            def embed_documents(self, texts: list[str]) -> list[list[float]]:
                vectors: list[list[float]] = embedder.embed_passages(texts).tolist()
                return vectors

            def embed_query(self, text: str) -> list[float]:
                vector: list[float] = embedder.embed_query(text).tolist()
                return vector

        client: Any = chromadb.PersistentClient(
            path=str(folder), settings=Settings(anonymized_telemetry=False)
        )
        self._chain = Chroma(
            client=client,
            collection_name=collection_name(embedder.fingerprint),
            embedding_function=Asked(),
            create_collection_if_not_exists=False,
        )

    def services(self, question: str, audience: Audience, texts: int) -> list[str]:
        """Ids of the entries that the nearest texts are of, best first."""
        where: dict[str, Any] = {"shelf": Shelf.ENTRIES.value}
        if audience is Audience.RESIDENT:
            where = {"$and": [where, {"audience": audience.value}]}
        found = self._chain.as_retriever(search_kwargs={"k": texts, "filter": where})
        documents = found.invoke(question)
        return list(dict.fromkeys(str(one.metadata["service_id"]) for one in documents))
