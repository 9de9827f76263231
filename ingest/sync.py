"""Make the published knowledge equal to the folder: plan, embed changes, learn, publish, clean up.

Vectors are named by what made them and never overwritten. New ones are added first, then the
snapshot is replaced in one step, then vectors that nobody names are deleted. So a reader always
has every vector of the state it reads, and a run that was killed is finished by the next one.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Self

from guide.catalogue.changes import ChangeFile
from guide.catalogue.opening import STOCKHOLM
from guide.catalogue.snapshot import SnapshotFile
from guide.errors import KnowledgeMissing, SyncFailed
from guide.model.knowledge import Content, Knowledge
from guide.model.passage import Passage
from guide.model.value import Value
from guide.ports import Embedder, SyncReport, VectorStore
from guide.settings import Settings
from ingest.check import check
from ingest.document_passages import read_documents
from ingest.learning import Teacher
from ingest.load import Loader
from ingest.problems import refuse_errors
from ingest.split import Splitter, with_digests

BATCH = 32
Progress = Callable[[int, int], None]


class Plan(Value):
    """What a run would do."""

    version: str
    content: Content
    passages: tuple[Passage, ...]
    to_add: tuple[Passage, ...]
    to_remove: tuple[str, ...]

    @property
    def kept(self) -> int:
        """How many searchable passages have their vector already."""
        return sum(bool(passage.digest) for passage in self.passages) - len(self.to_add)

    def summary(self) -> dict[str, Any]:
        """What an editor is told of it."""
        return {
            "version": self.version,
            "poster": len(self.content.services),
            "stycken": len(self.passages),
            "nya": len(self.to_add),
            "borttagna": len(self.to_remove),
            "oförändrade": self.kept,
        }


class Sync:
    """Brings one knowledge folder into one store and one snapshot."""

    def __init__(
        self,
        folder: Path,
        documents: Path | None,
        embedder: Embedder,
        store: VectorStore,
        snapshot: SnapshotFile,
        teacher: Teacher,
        turn: AbstractContextManager[object] | None = None,
        changes: ChangeFile | None = None,
    ) -> None:
        self._folder = folder
        self._documents = documents
        self._embedder = embedder
        self._store = store
        self._snapshot = snapshot
        self._teacher = teacher
        self._turn = nullcontext() if turn is None else turn
        self._changes = changes

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """A sync of the parts that the composition root builds."""
        from guide import wiring

        embedder = wiring.build_embedder(settings)
        return cls(
            settings.knowledge_dir,
            settings.documents_folder,
            embedder,
            wiring.build_store(settings, embedder),
            wiring.build_snapshot(settings),
            Teacher.from_settings(settings),
            wiring.build_turn(settings),
            wiring.build_changes(settings),
        )

    def plan(self) -> Plan:
        """What a run would do now.

        Raises:
            SyncFailed: the folder has errors; the message holds every one of them.
        """
        content, documents = self._checked()
        parts = [*Splitter(content).passages(), *documents]
        twice = [name for name, count in Counter(p.id for p in parts).items() if count > 1]
        if twice:
            raise SyncFailed(f"Två stycken har samma id: {', '.join(twice)}. Inget har ändrats.")
        passages = tuple(with_digests(parts, self._embedder.fingerprint))
        stored = self._store.digests()
        wanted = {passage.digest: passage for passage in passages if passage.digest}
        return Plan(
            version=version_of(content, passages, self._teacher.name(content)),
            content=content,
            passages=passages,
            to_add=tuple(p for digest, p in wanted.items() if digest not in stored),
            to_remove=tuple(sorted(stored - wanted.keys())),
        )

    def run(self, progress: Progress = lambda _done, _all: None) -> SyncReport:
        """Does what `plan` says and publishes. Waits while another run has its turn.

        Raises:
            SyncFailed: the folder has errors, or the snapshot cannot be written; what was
                published is untouched.
            StoreUnavailable: the store failed; the earlier state is still published.
        """
        with self._turn:
            return self._carried_out(self.plan(), progress)

    def _carried_out(self, plan: Plan, progress: Progress) -> SyncReport:
        self._embed(plan.to_add, progress)
        earlier = self._published()
        if earlier is None or plan.version != earlier.version:
            self._publish(plan, earlier, progress)
        self._store.delete(plan.to_remove)
        return SyncReport(plan.version, len(plan.to_add), len(plan.to_remove), plan.kept)

    def _publish(self, plan: Plan, earlier: Knowledge | None, progress: Progress) -> None:
        knowledge = self._knowledge(plan, earlier, progress)
        try:
            if self._changes is not None:
                day = knowledge.built_at.astimezone(STOCKHOLM).date()
                self._changes.record(earlier, plan.version, plan.content, day)
            self._snapshot.publish(knowledge)
        except OSError as error:
            raise SyncFailed(
                f"Kunskapen går inte att publicera: {error}. Kontrollera GUIDE_DATA_DIR."
            ) from error

    def _checked(self) -> tuple[Content, tuple[Passage, ...]]:
        """What editors wrote, and the passages of documents."""
        loaded = Loader(self._folder).load()
        documents = read_documents(loaded.content.sources, self._documents)
        problems = check(loaded, self._documents, thorough=False)
        refuse_errors((*problems, *documents.problems))
        if not loaded.content.services:
            raise SyncFailed(f"{self._folder} har inga poster. Inget har ändrats.")
        return loaded.content, documents.passages

    def _embed(self, passages: Sequence[Passage], progress: Progress) -> None:
        done = 0
        for batch in _batches(passages):
            vectors = self._embedder.embed_passages([p.search_text for p in batch])
            self._store.add(batch, vectors)
            done += len(batch)
            progress(done, len(passages))

    def _knowledge(self, plan: Plan, earlier: Knowledge | None, progress: Progress) -> Knowledge:
        found = self._teacher.learned(plan.content, progress, earlier)
        return Knowledge(
            version=plan.version,
            built_at=dt.datetime.now(dt.UTC),
            embedder=self._embedder.fingerprint,
            content=plan.content,
            passages=plan.passages,
            discriminant=found.discriminant,
            likenesses=found.likenesses,
            taught=found.taught,
        )

    def _published(self) -> Knowledge | None:
        try:
            return self._snapshot.load()
        except KnowledgeMissing:
            return None


def version_of(content: Content, passages: Iterable[Passage], taught: str) -> str:
    """Twelve hexadecimal digits that change with any change of content or vectors, and with what
    is learned from them and how."""
    digest = hashlib.sha256(f"{taught} {content.model_dump_json()}".encode())
    for passage in passages:
        digest.update(passage.model_dump_json().encode())
    return digest.hexdigest()[:12]


def _batches(passages: Sequence[Passage]) -> Iterable[list[Passage]]:
    return (list(passages[i : i + BATCH]) for i in range(0, len(passages), BATCH))
