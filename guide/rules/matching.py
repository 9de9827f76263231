"""Rules with their patterns compiled once."""

import logging
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

import regex

from guide.model.patterns import compiled
from guide.model.rules import DangerRule

PATTERN_SECONDS = 0.5

_log = logging.getLogger(__name__)


class PatternRule(Protocol):
    """Anything that matches when a pattern of `any` and none of `unless` is found."""

    @property
    def any(self) -> tuple[str, ...]: ...

    @property
    def unless(self) -> tuple[str, ...]: ...


R = TypeVar("R", bound=PatternRule)


class Patterns:
    """Regular expressions over normalised text, each with a time limit in seconds."""

    def __init__(self, sources: Iterable[str], seconds: float = PATTERN_SECONDS) -> None:
        self._compiled = tuple(compiled(source) for source in sources)
        self._seconds = seconds

    def found(self, text: str) -> bool:
        """Whether any pattern is found. One that runs out of time counts as not found."""
        return any(self._search(pattern, text) for pattern in self._compiled)

    def _search(self, pattern: "regex.Pattern[str]", text: str) -> bool:
        try:
            return pattern.search(text, timeout=self._seconds) is not None
        except TimeoutError:
            _log.warning("rule pattern timed out; simplify it: %s", pattern.pattern)
            return False


class RuleMatcher(Generic[R]):
    """Tries rules in their order against text as `guide.rules.text.normalise` leaves it."""

    def __init__(self, rules: Iterable[R], seconds: float = PATTERN_SECONDS) -> None:
        self._rules = tuple(
            (rule, Patterns(rule.any, seconds), Patterns(rule.unless, seconds)) for rule in rules
        )

    def first(self, text: str) -> R | None:
        """The first rule that matches, or None."""
        return next(self._matching(text), None)

    def all(self, text: str) -> tuple[R, ...]:
        """Every rule that matches, in the order of the rules."""
        return tuple(self._matching(text))

    def _matching(self, text: str) -> Iterator[R]:
        for rule, wanted, unless in self._rules:
            if wanted.found(text) and not unless.found(text):
                yield rule


class DangerMatcher:
    """Tries rules of danger: their patterns, and their hints where those count."""

    def __init__(self, rules: Iterable[DangerRule]) -> None:
        rules = tuple(rules)
        self._sure = RuleMatcher(rules)
        self._hinted = RuleMatcher(
            rule.model_copy(update={"any": rule.any + rule.hints}) for rule in rules
        )
        self._rules = {rule.id: rule for rule in rules}

    def all(self, text: str, near: bool) -> tuple[DangerRule, ...]:
        """Every rule that matches, in their order. Hints count where the text is `near` danger, or
        where a pattern matches."""
        sure = self._sure.all(text)
        if not sure and not near:
            return ()
        return tuple(self._rules[rule.id] for rule in self._hinted.all(text))
