"""The guide that a run asks, and its answers: a question that two components ask is answered
once."""

from typing import NamedTuple

from evals.effects import Effects
from evals.safety import Safety
from guide import wiring
from guide.answering import Guide
from guide.catalogue.catalogue import Catalogue
from guide.model.answer import Answer
from guide.model.question import Question
from guide.model.terms import Audience
from guide.ports import Embedder, VectorStore
from guide.settings import Settings


class Parts(NamedTuple):
    """What the guide is made of."""

    embedder: Embedder
    reader: Embedder
    store: VectorStore


class Asked:
    """Answers of one published state, each given once."""

    def __init__(self, guide: Guide, parts: Parts, settings: Settings) -> None:
        self.guide = guide
        self.parts = parts
        self.settings = settings
        self.catalogue = guide.catalogue
        self.effects = Effects(guide.catalogue)
        self.safety = Safety(guide.catalogue)
        self._answers: dict[Question, Answer] = {}

    @classmethod
    def published(cls, settings: Settings) -> "Asked":
        """Over what is published.

        Raises:
            KnowledgeMissing: nothing has been published, or with another model.
            ModelPreparationError: the default model could not be fetched or made.
        """
        embedder = wiring.build_embedder(settings)
        reader = wiring.build_reader(settings, embedder)
        store = wiring.build_store(settings, embedder)
        known = wiring.build_snapshot(settings).load()
        guide = wiring.build_guide(Catalogue(known), embedder, store, settings.measured_fit, reader)
        return cls(guide, Parts(embedder, reader, store), settings)

    def answer(self, question: Question) -> Answer:
        """The guide's answer, the same object each time."""
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = self.guide.answer(question)
        return found

    def plain(self, text: str, audience: Audience = Audience.RESIDENT) -> Answer:
        """The answer to a question without a setting."""
        return self.answer(Question(question=text, audience=audience))

    def dangers(self, answer: Answer, audience: Audience) -> dict[str, float]:
        """What an answer must never hold, counted by measure: 0 is right."""
        return self.safety.scores(answer, self.effects.of(answer), audience)
