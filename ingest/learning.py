"""What is learned from all examples, for the search and for the rules."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from guide.model.discriminant import Discriminant
from guide.model.knowledge import Content, Knowledge
from guide.model.likeness import Likenesses
from guide.retrieval.discriminant import learn
from ingest import rule_examples
from ingest.example_vectors import ExampleVectors, Progress
from ingest.examples import examples

METHOD = 1
"""To be raised when the same examples teach something else."""


class Learned(NamedTuple):
    """Which entry a question belongs to, which rule's examples it is like, and a name of all that
    both were learned from."""

    discriminant: Discriminant
    likenesses: Likenesses
    taught: str


def taught_texts(content: Content) -> list[str]:
    """Every text that something is learned from."""
    return [*(one.text for one in examples(content)), *rule_examples.texts(content)]


def learned(
    content: Content,
    embedder: str,
    vectors: ExampleVectors,
    progress: Progress,
    earlier: Knowledge | None = None,
) -> Learned:
    """What all examples teach; taken from an earlier state that was taught by the same ones, for
    learning takes some twenty seconds.

    Raises:
        OSError: the vectors cannot be kept.
    """
    name = _name(content, embedder)
    if earlier is not None and earlier.taught == name:
        return Learned(earlier.discriminant, earlier.likenesses, name)
    found, texts = list(examples(content)), taught_texts(content)
    made = vectors.of(texts, progress)
    of_rules = dict(zip(texts[len(found) :], made[len(found) :], strict=True))
    return Learned(
        discriminant=learn(made[: len(found)], [one.service_id for one in found]),
        likenesses=rule_examples.learned(content, of_rules),
        taught=name,
    )


def _name(content: Content, embedder: str) -> str:
    digest = hashlib.sha256(f"{METHOD} {embedder}".encode())
    for part in _parts(content):
        digest.update(f"{part!r}\n".encode())
    return digest.hexdigest()[:32]


def _parts(content: Content) -> Iterator[tuple[object, ...]]:
    yield from examples(content)
    for family in Likenesses.model_fields:
        yield (family,)
        yield from rule_examples.lessons(content, family)
