"""The needs that a free text tells of: its clauses, at most six."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

import regex

from guide.composing.needs import asks, clauses
from guide.rules.ages import stated_age
from guide.rules.text import normalise

MOST = 6
"""Clauses that are searched for by themselves; each costs a ranking."""
LABEL = 80
_TELLING = regex.compile(r"\p{L}{4,}|\b\p{Lu}{2,6}\b")
"""A word that can tell of something, or an abbreviation."""
_WHO_ALONE = 3
"""Words of a clause that states an age and tells nothing else: "flicka 15", "15-årig pojke"."""


class Clause(NamedTuple):
    """A clause with a name that stays the same as long as its words do."""

    id: str
    text: str

    @property
    def label(self) -> str:
        """The text, or its beginning where it is long."""
        if len(self.text) <= LABEL:
            return self.text
        return f"{self.text[: LABEL - 1].rsplit(' ', 1)[0]}…"


def needs_of(text: str) -> list[Clause]:
    """The clauses of a text without personal data, in order, each once.

    What comes after the sixth is read together with it, so that nothing told is left out. A clause
    that only states an age, or only asks for help, is no need; where all ask, they are taken.
    """
    told = list(dict.fromkeys(_telling(text)))
    found = [part for part in told if not asks(part)] or told
    if len(found) > MOST:
        found = [*found[: MOST - 1], ", ".join(found[MOST - 1 :])]
    return [Clause(_name(part), part) for part in found]


def _telling(text: str) -> Iterator[str]:
    for part in clauses(text):
        plain = part.strip(" -–—/()[]\"'•*")
        only_who = stated_age(plain) is not None and len(plain.split()) <= _WHO_ALONE
        if _TELLING.search(plain) and not only_who:
            yield plain


def _name(clause: str) -> str:
    return f"need:{hashlib.sha256(normalise(clause).encode()).hexdigest()[:10]}"
