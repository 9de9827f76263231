"""What one case of a component came to."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, Protocol

from pydantic import Field

from evals.components.asked import Asked
from guide.model.value import Value

Way = Literal["more", "less"]
"""Which way a measure is better."""
Progress = Callable[[str, int, int], None]


class Outcome(Value):
    """One case. A measure that does not apply to it is not among its `scores`.

    Of a set that is `held_out` only figures are shown, never a case: its question is not kept.
    `synthetic` cases were made out of the knowledge itself and count in no reported figure.
    """

    component: str
    set: str
    id: str
    scores: dict[str, float]
    held_out: bool = False
    synthetic: bool = False
    question: str = ""
    groups: dict[str, str] = Field(default_factory=dict)
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    stages: dict[str, str] = Field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        """Names the case among all of a run."""
        return self.component, self.set, self.id


class Component(Protocol):
    """Measures one side of the guide. `version` is raised when its scores mean something else."""

    name: str
    version: int
    ways: Mapping[str, Way]
    """Its measures; the first is the one to look at first."""

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        """One for each case, in a fixed order.

        Raises:
            BadData: a file of its cases cannot be used.
        """
