"""A sync over real parts in a temporary folder, whose parts a test may count or stop."""

from collections.abc import Sequence
from pathlib import Path

from guide import wiring
from guide.adapters.chroma_store import ChromaStore, collection_name
from guide.catalogue.changes import ChangeFile
from guide.catalogue.snapshot import SnapshotFile
from guide.model.knowledge import Knowledge
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.ports import Embedder, Scored, Vectors, VectorStore
from guide.settings import Settings
from ingest.learning import Teacher
from ingest.sync import Sync


class Killed(BaseException):
    """The process ended here."""


class CountingEmbedder:
    """The real embedder, with the texts it was given."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.texts: list[str] = []

    @property
    def fingerprint(self) -> str:
        return self._embedder.fingerprint

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return self._embedder.embed_passages(texts)

    def embed_query(self, text: str) -> Vectors:
        return self._embedder.embed_query(text)


class StoppedStore:
    """The real store, in a process that ends before it deletes, or halfway through adding."""

    def __init__(self, store: VectorStore, when: str) -> None:
        self._store = store
        self._when = when

    def digests(self) -> frozenset[str]:
        return self._store.digests()

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        if self._when == "adding":
            half = len(passages) // 2
            self._store.add(passages[:half], vectors[:half])
            raise Killed
        self._store.add(passages, vectors)

    def delete(self, digests: Sequence[str]) -> None:
        if self._when == "deleting":
            raise Killed
        self._store.delete(digests)

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        return self._store.search(vector, limit, audience, shelf)


class KilledWhilePublishing(SnapshotFile):
    """A real snapshot whose process ends before it is published."""

    def publish(self, _knowledge: Knowledge) -> None:
        raise Killed


class Workshop:
    """One knowledge folder, one data folder, one embedder."""

    def __init__(self, knowledge: Path, data: Path, embedder: Embedder) -> None:
        self.knowledge = knowledge
        self.documents = knowledge / "documents"
        self.data = data
        self.embedder = CountingEmbedder(embedder)
        self.snapshot = SnapshotFile(data / "knowledge.json")
        self.changes = ChangeFile(data / "changes.json")

    def sync(self, snapshot: type[SnapshotFile] = SnapshotFile, killed: str = "") -> Sync:
        """A new run's sync, or one whose process ends while it is `adding`, `publishing` or
        `deleting`. The texts embedded so far are forgotten."""
        self.embedder.texts.clear()
        store = self.store()
        if killed == "publishing":
            snapshot = KilledWhilePublishing
        return Sync(
            self.knowledge,
            self.documents,
            self.embedder,
            StoppedStore(store, killed) if killed else store,
            snapshot(self.data / "knowledge.json"),
            Teacher.keeping(self.data, self.embedder, self.embedder),
            changes=self.changes,
        )

    def store(self) -> VectorStore:
        """The store as another process opens it."""
        name = collection_name(self.embedder.fingerprint)
        return ChromaStore.in_process(self.data / "chroma", name)

    def digests(self) -> frozenset[str]:
        return self.store().digests()

    def published(self) -> Knowledge:
        return self.snapshot.load()

    def published_digests(self) -> frozenset[str]:
        return frozenset(p.digest for p in self.published().passages if p.digest)


def open_workshop(settings: Settings) -> Workshop:
    """The settings' knowledge and model."""
    embedder = wiring.build_embedder(settings)
    return Workshop(settings.knowledge_dir, settings.data_dir, embedder)
