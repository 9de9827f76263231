"""What a judge said of some answers."""

from collections import Counter
from typing import Literal

from pydantic import Field, model_validator

from evals.model_judge.reply import Claim, Reply
from evals.model_judge.rubric import Label, Pin
from guide.model.value import Value

Ended = Literal["read", "unreadable", "no reply"]


class JudgeRun(Value):
    """One run over one answer. `why` says what was wrong where nothing was read."""

    ended: Ended
    reply: Reply | None = None
    why: str = ""

    @model_validator(mode="after")
    def _read_has_a_reply(self) -> "JudgeRun":
        if (self.ended == "read") != (self.reply is not None):
            raise ValueError("a run has a reply when it was read, and only then")
        return self

    @property
    def label(self) -> Label | None:
        return self.reply.label if self.reply else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.reply.claims if self.reply else ()


class Judged(Value):
    """All runs over the answer to one question, whose sentences are counted."""

    id: str
    audience: str
    lang: str
    sentences: int = Field(ge=0)
    runs: tuple[JudgeRun, ...]

    @property
    def label(self) -> Label | None:
        """What more than half of all runs said; None: undecided."""
        counted = Counter(run.label for run in self.runs if run.label is not None)
        if not counted:
            return None
        label, n = counted.most_common(1)[0]
        return label if 2 * n > len(self.runs) else None

    @property
    def unanimous(self) -> bool:
        """Every run was read and said the same."""
        return self.label is not None and {run.label for run in self.runs} == {self.label}


class JudgeResult(Value):
    """A pinned judge's word on the answers of one published state."""

    pin: Pin
    knowledge_version: str
    questions: tuple[Judged, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> "JudgeResult":
        ids = [one.id for one in self.questions]
        if len(set(ids)) < len(ids):
            raise ValueError("questions: an id stands twice")
        if wrong := [one.id for one in self.questions if len(one.runs) != self.pin.runs]:
            raise ValueError(f"questions: {wrong[0]} has not {self.pin.runs} runs")
        return self
