"""What is learned from all examples, for the search and for the rules."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Self

from guide.model.discriminant import Discriminant
from guide.model.knowledge import Content, Knowledge
from guide.model.likeness import Likenesses
from guide.ports import Embedder, Vectors
from guide.retrieval.discriminant import learn
from guide.settings import Settings
from ingest import rule_examples
from ingest.example_vectors import ExampleVectors, Progress
from ingest.examples import examples

METHOD = 3
"""To be raised when the same examples teach something else."""
SHIPPED = Path(__file__).parent


class Learned(NamedTuple):
    """Which entry a question belongs to, which rule's examples it is like, and a name of all that
    both were learned from."""

    discriminant: Discriminant
    likenesses: Likenesses
    taught: str


class Teacher:
    """Learns from examples: of entries with the search's encoder, of rules with theirs."""

    def __init__(
        self, entries: ExampleVectors, rules: ExampleVectors, heads: Mapping[str, Vectors]
    ) -> None:
        self._entries = entries
        self._rules = rules
        self._heads = heads

    @classmethod
    def keeping(
        cls,
        folder: Path,
        embedder: Embedder,
        reader: Embedder,
        heads: Mapping[str, Vectors] = MappingProxyType({}),
    ) -> Self:
        """Keeps vectors in the folder, beside those that the repository holds. `heads` are the
        scores that the reader was tuned with."""
        return cls(
            ExampleVectors(folder / "examples.npz", embedder, SHIPPED / "example_vectors.npz"),
            ExampleVectors(folder / "rule_examples.npz", reader, SHIPPED / "rule_vectors.npz"),
            heads,
        )

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """With the encoders of the composition root.

        Raises:
            ModelPreparationError: one could not be made.
        """
        from guide import wiring

        embedder = wiring.build_embedder(settings)
        reader = wiring.build_reader(settings, embedder)
        heads = wiring.read_heads() if reader is not embedder else {}
        return cls.keeping(settings.data_dir, embedder, reader, heads)

    def learned(
        self, content: Content, progress: Progress, earlier: Knowledge | None = None
    ) -> Learned:
        """What all examples teach; taken from an earlier state that was taught by the same ones,
        for learning takes some twenty seconds.

        Raises:
            ModelMissing: an encoder cannot be loaded.
            OSError: the vectors cannot be kept.
        """
        name = self.name(content)
        if earlier is not None and earlier.taught == name:
            return Learned(earlier.discriminant, earlier.likenesses, name)
        return Learned(
            discriminant=self.discriminant(content, progress),
            likenesses=self.likenesses(content, progress),
            taught=name,
        )

    def discriminant(self, content: Content, progress: Progress) -> Discriminant:
        """What the entries' examples teach. Raises as `learned`."""
        found = list(examples(content))
        made = self._entries.of([one.text for one in found], progress)
        return learn(made, [one.service_id for one in found])

    def likenesses(self, content: Content, progress: Progress) -> Likenesses:
        """What the rules' examples teach. Raises as `learned`."""
        vectors = self.rule_vectors(content, progress)
        return rule_examples.learned(content, vectors, self._rules.encoder, self._heads)

    def rule_vectors(self, content: Content, progress: Progress) -> dict[str, Vectors]:
        """A vector for each text that teaches a rule. Raises as `learned`."""
        texts = rule_examples.texts(content)
        return dict(zip(texts, self._rules.of(texts, progress), strict=True))

    def ship(self, content: Content, progress: Progress) -> dict[Path, int]:
        """Writes the files that the repository holds; their sizes in bytes. Raises as `learned`."""
        entries = [one.text for one in examples(content)]
        return {
            self._entries.shipped: self._entries.ship(entries, progress),
            self._rules.shipped: self._rules.ship(rule_examples.texts(content), progress),
        }

    def name(self, content: Content) -> str:
        """Names what is learned: by the examples, the encoders and the method."""
        digest = hashlib.sha256(f"{METHOD} {self._entries.encoder} {self._rules.encoder}".encode())
        for part in _parts(content):
            digest.update(f"{part!r}\n".encode())
        return digest.hexdigest()[:32]


def _parts(content: Content) -> Iterator[tuple[object, ...]]:
    yield from examples(content)
    for family in rule_examples.FAMILIES:
        yield (family,)
        yield from rule_examples.lessons(content, family)
