"""Read a message without what must not decide where its writer is led.

Likeness to examples reads every word of a message, also the name of a classmate, the country
somebody comes from, whom they are married to, and whether it is a husband or a wife. Patterns are
not touched: what an editor wrote, an editor can read.
"""

from collections.abc import Iterable

import regex

from guide.model.patterns import compiled
from guide.model.rules import NeutralRule
from guide.model.terms import Language
from guide.rules.counterparts import counterpart

SOMEBODY = "Kim"
"""A name that tells neither sex nor origin."""
_LARGE = r"\p{Lu}[\p{L}'’\-]+"
_NAME = regex.compile(rf"(?<![\p{{L}}\-])({_LARGE})(?: {_LARGE})*")
_GENITIVE = "s"


class NeutralReading:
    """Holds the compiled rules and the names; safe to share between threads."""

    def __init__(self, rules: Iterable[NeutralRule] = (), given_names: Iterable[str] = ()) -> None:
        self._rules = [(compiled(f"(?i){one}"), rule.instead) for rule in rules for one in rule.any]
        self._given = frozenset(name.casefold() for name in given_names)

    def readings(self, text: str, language: Language) -> tuple[str, ...]:
        """The message without all that; and where women and men can change places in it, also so.
        What the readings are like on average is then the same for both."""
        plain = self._plain(text)
        other = counterpart(plain, language)
        return (plain,) if other is None else (plain, other)

    def _plain(self, text: str) -> str:
        plain = _NAME.sub(self._unnamed, text)
        for pattern, instead in self._rules:
            plain = pattern.sub(instead, plain)
        plain = " ".join(plain.split())
        return plain if any(character.isalpha() for character in plain) else text

    def _unnamed(self, found: "regex.Match[str]") -> str:
        first = found[1].casefold()
        if first in self._given:
            return SOMEBODY
        if first.removesuffix(_GENITIVE) in self._given and first.endswith(_GENITIVE):
            return SOMEBODY + _GENITIVE
        return found[0]
