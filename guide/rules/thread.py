"""What a question takes from the one before it, in a conversation that the client holds."""

from typing import NamedTuple

from guide.model.question import Question, Turn
from guide.model.rules import Rulebook
from guide.rules.matching import Patterns
from guide.rules.personal_data import mask
from guide.rules.text import normalise

SHORT = 6
"""Words up to which a question may leave out what it is about: "kostar det något?"."""
LEANING = 12
"""Words up to which a question that begins with "and" or "but" leans on the one before."""


class Earlier(NamedTuple):
    """`text` is the earlier question, masked, or "" where the new one stands alone; `service_ids`
    are those that its answer led to."""

    text: str = ""
    service_ids: tuple[str, ...] = ()


class Thread:
    """Tells which questions lean on an earlier one."""

    def __init__(self, rulebook: Rulebook, own_numbers: frozenset[str]) -> None:
        self._back = Patterns(rulebook.back)
        self._own_numbers = own_numbers

    def earlier(self, question: Question, text: str) -> Earlier:
        """What was asked and told before; `text` is the normalised question.

        The earlier text counts only where the question leans on it, and is then the latest one
        that leans on no other.
        """
        if not question.history:
            return Earlier()
        told = question.history[-1].service_ids
        if not self._leans(text):
            return Earlier(service_ids=told if len(text.split()) <= SHORT else ())
        first = next((t for t in reversed(question.history) if self._stands(t)), None)
        if first is None:
            return Earlier(service_ids=told)
        return Earlier(mask(first.question, self._own_numbers).searchable, told)

    def _leans(self, text: str) -> bool:
        return len(text.split()) <= LEANING and self._back.found(text)

    def _stands(self, turn: Turn) -> bool:
        text = normalise(turn.question)
        return bool(text) and not self._leans(text)
