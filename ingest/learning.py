"""What is learned from all examples, for the search and for the rules."""

from typing import NamedTuple

from guide.model.discriminant import Discriminant
from guide.model.knowledge import Content
from guide.model.likeness import Likenesses
from guide.retrieval.discriminant import learn
from ingest import rule_examples
from ingest.example_vectors import ExampleVectors, Progress
from ingest.examples import examples


class Learned(NamedTuple):
    """Which entry a question belongs to, and which rule's examples it is like."""

    discriminant: Discriminant
    likenesses: Likenesses


def taught(content: Content) -> list[str]:
    """Every text that something is learned from."""
    return [*(one.text for one in examples(content)), *rule_examples.texts(content)]


def learned(content: Content, vectors: ExampleVectors, progress: Progress) -> Learned:
    """Learns both anew; only texts without a vector are embedded.

    Raises:
        OSError: the vectors cannot be kept.
    """
    found, texts = list(examples(content)), taught(content)
    made = vectors.of(texts, progress)
    of_rules = dict(zip(texts[len(found) :], made[len(found) :], strict=True))
    return Learned(
        discriminant=learn(made[: len(found)], [one.service_id for one in found]),
        likenesses=rule_examples.learned(content, of_rules),
    )
