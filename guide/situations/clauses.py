"""The needs that a free text tells of: its clauses, at most six."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

import regex

from guide.composing.needs import clauses
from guide.rules.ages import NEEDY, STATE, stated_age
from guide.rules.text import normalise

MOST = 6
"""Clauses that are searched for by themselves; each costs a ranking."""
LABEL = 80
_EDGES = " -–—/()[]\"'•*"
_TELLING = regex.compile(r"\p{L}{4,}|\b\p{Lu}{2,6}\b")
"""A word that can tell of something, or an abbreviation."""
_ASKS = regex.compile(
    r"^(?:vem|var|vart|vad|hur|när|vilk\w+|varför|(?:kan|ska|får|bör|måste) (?:du|ni|jag|vi|man)|"
    r"finns|undrar|tack|hej|who|where|what|how|when|which|why|can|is|are|do|does)\b",
    regex.IGNORECASE,
)
"""How a clause begins that asks, thanks or greets. "Vill ha en egen lägenhet" tells of a need."""
_YEARS = r"\d{1,3}(?:[- ]?år(?:ig\w*|ing\w*)?(?: gam\w+)?)?\b"
_WHO = regex.compile(
    rf"^(?:(?:en|ett|min|vår) )?{STATE}(?:\p{{L}}+,? (?:är )?)?{_YEARS}"
    r"(?:[- ]?\p{L}+)??(?= |$)[ ,]*",
    regex.IGNORECASE,
)
"""Who it is about and the age, as notes begin: "flicka 15", "Man 58 utan bostad"."""
_NEEDY = regex.compile(rf"\b{NEEDY}\b", regex.IGNORECASE)
_STATE = regex.compile(
    r"(?:alldeles |helt |så )?(?:slut|trött|ledsen|orolig|arg)", regex.IGNORECASE
)
"""What is left of "ensam och slut": alone it tells of nothing that can be looked for."""
_PERSON = regex.compile(
    r"(?:(?:en|ett|a) )?(?:ung |vuxen |äldre )?(?:kvinnan?|mannen|flickan?|pojken?|killen?|tjejen?|"
    r"vuxen|barnet|klienten?|brukaren?|personen?|woman|girl|boy|client)"
    r"|(?:har )?(?:(?:ett|två|tre|fyra|fem|sex|sju|flera|\d+) (?:\p{L}+ )?)"
    r"(?:barn|syskon|söner|döttrar|children|kids)"
    r"|(?:en )?familj(?: med (?:\p{L}+|\d+) (?:\p{L}+ )?barn)?"
    r"|ensam(?:stående)? (?:mamma|pappa|mor|far|förälder)|single (?:mother|father|parent)",
    regex.IGNORECASE,
)
"""Whom it is about, in words that tell of no need."""


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

    What comes after the sixth is read together with it, so that nothing told is left out. Who it
    is about and the age are no need, nor is a clause that only asks; where all ask, they are taken.
    """
    told = list(dict.fromkeys(_telling(text)))
    found = [part for part in told if not _ASKS.search(part)] or told
    if len(found) > MOST:
        found = [*found[: MOST - 1], ", ".join(found[MOST - 1 :])]
    return [Clause(_name(part), part) for part in found]


def age_in(text: str) -> int | None:
    """The age that the text states, or the only one that its clauses do. See `stated_age`."""
    whole = stated_age(text)
    each = {stated_age(part) for part in clauses(text)} - {None}
    return whole if whole is not None or len(each) != 1 else each.pop()


def _telling(text: str) -> Iterator[str]:
    for part in clauses(text):
        plain = part.strip(_EDGES)
        if stated_age(plain) is not None:
            plain = _WHO.sub(_needy, plain).strip(_EDGES)
        if _TELLING.search(plain) and not (_PERSON.fullmatch(plain) or _STATE.fullmatch(plain)):
            yield plain


def _needy(who: "regex.Match[str]") -> str:
    """What in the words for a person is a need: "hemlös man 45" is not only somebody of 45."""
    return "".join(f"{found} " for found in _NEEDY.findall(who[0]))


def _name(clause: str) -> str:
    return f"need:{hashlib.sha256(normalise(clause).encode()).hexdigest()[:10]}"
