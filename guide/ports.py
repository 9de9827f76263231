"""The seams: what the guide needs from the outside, as protocols."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from guide.model.knowledge import Knowledge
from guide.model.passage import Passage
from guide.model.terms import Audience, Language, Shelf

Vectors = NDArray[np.float32]


class Scored(NamedTuple):
    """An id with a score; higher fits better."""

    id: str
    score: float


class Embedder(Protocol):
    """Turns text into unit vectors of one fixed dimension."""

    @property
    def fingerprint(self) -> str:
        """Names the model: equal fingerprints give equal vectors."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimension), float32, unit length."""

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimension,), float32, unit length."""


class Words(NamedTuple):
    """Words of a text with their vectors: shape (words, dimension), float32, unit length."""

    words: tuple[str, ...]
    vectors: Vectors


class WordReader(Protocol):
    """Reads each word of a text in its company."""

    def read_words(self, texts: Sequence[str]) -> list[Words]:
        """The words of each text, in order.

        Raises:
            ModelMissing: the model cannot be loaded.
        """


class ChatMessage(NamedTuple):
    """What is said to a chat model."""

    role: Literal["system", "user", "assistant"]
    text: str


class ChatModel(Protocol):
    """Writes text."""

    @property
    def name(self) -> str:
        """Names the model in logs."""

    def stream(self, messages: Sequence[ChatMessage], seconds: float) -> Iterator[str]:
        """Pieces of the reply as they come; all of them within the seconds.

        Raises:
            ChatFailed: it cannot be reached, refused, broke off, or ran out of time.
        """


class VectorStore(Protocol):
    """Vectors by digest. A digest names text and embedder, so a vector never changes."""

    def digests(self) -> frozenset[str]:
        """All digests that are stored."""

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Stores the vectors under the passages' digests; storing one twice does no harm."""

    def delete(self, digests: Sequence[str]) -> None:
        """Forgets the vectors; unknown digests are ignored."""

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        """The nearest digests of the shelf that the audience may see, by cosine, best first.

        Raises:
            StoreUnavailable: the store cannot be reached or read.
        """


class LexicalIndex(Protocol):
    """Word matches over a fixed list of texts."""

    def scores(self, question: str) -> list[float]:
        """One score per indexed text, in its order; 0 means that no word matches."""


class LexicalIndexer(Protocol):
    """Makes a lexical index."""

    def __call__(self, texts: Sequence[str]) -> LexicalIndex:
        """Indexes the texts."""


class LanguageDetector(Protocol):
    """Tells the language of a text."""

    def __call__(self, text: str) -> Language:
        """The language; Swedish when the text is too short to tell."""


class KnowledgeSource(Protocol):
    """Where the published knowledge is read from."""

    def stamp(self) -> str:
        """Changes when the published knowledge changes; cheap enough for every request.

        Raises:
            KnowledgeMissing: nothing has been published yet.
        """

    def load(self) -> Knowledge:
        """The published knowledge.

        Raises:
            KnowledgeMissing: nothing has been published, or it cannot be read.
        """


class SyncReport(NamedTuple):
    """What a sync did."""

    version: str
    added: int
    removed: int
    kept: int


class Synchronizer(Protocol):
    """Makes the published knowledge equal to the knowledge folder."""

    def __call__(self) -> SyncReport:
        """Runs a sync.

        Raises:
            SyncFailed: the knowledge has faults or the store failed; nothing was published.
        """


class TextSplitter(Protocol):
    """Cuts a long text into passages."""

    def __call__(self, text: str) -> list[str]:
        """The parts in order, at least one."""
