"""Who writes the sentences of an answer: the seam between finding and telling."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from guide.grounding.verify import Drafted
from guide.model.question import Question
from guide.model.terms import Language
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings

By = Literal["extractive", "model"]


class Task(NamedTuple):
    """What an answer is to be written from. `drafts` are the verified extractive sentences."""

    question: Question
    findings: Findings
    ranked: Sequence[Ranked]
    language: Language
    drafts: Sequence[Drafted]


class Report(NamedTuple):
    """How the writing went: lines that a model wrote at first, sentences that held, the retry's
    among them, and what stopped others.

    `ended` says why a model's answer was not used, or not to its end; "" where it was.
    """

    by: By = "extractive"
    proposed: int = 0
    held: int = 0
    faults: Mapping[str, int] = MappingProxyType({})
    ended: str = ""


class Writing(Protocol):
    """Verified sentences in order. What `report` says holds once they have ended."""

    report: Report

    def __iter__(self) -> Iterator[Drafted]:
        """Each sentence as soon as it is sure to be shown; none is ever taken back."""


class Composer(Protocol):
    """Writes answers."""

    def write(self, task: Task) -> Writing:
        """Begins to write; nothing happens before the sentences are asked for."""


class AsItStands:
    """The extractive answer."""

    def __init__(self, drafts: Sequence[Drafted]) -> None:
        self.report = Report()
        self._drafts = drafts

    def __iter__(self) -> Iterator[Drafted]:
        yield from self._drafts


class Extractive:
    """Tells what the extractive composer drafted, and nothing else."""

    def write(self, task: Task) -> AsItStands:
        return AsItStands(task.drafts)
