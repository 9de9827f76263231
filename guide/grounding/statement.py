"""Does a sentence that a model wrote hold in the passage it cites?

To what holds for every sentence (`Verifier`) comes what only a free wording can get wrong: the
order of numbers, numbers as words, words of strength, the language, and the meaning.
"""

from collections.abc import Mapping
from typing import NamedTuple

import regex

from guide.grounding.excuses import excused
from guide.grounding.meaning import Meaning
from guide.grounding.strength import dropped_conditions, strengthened
from guide.grounding.verify import Drafted, Verifier
from guide.grounding.who import others_named, weakened
from guide.model.terms import Language
from guide.ports import LanguageDetector

LONGEST = 60
"""Words of one sentence."""
TELLS_LANGUAGE = 5
"""Words from which a sentence's language can be told."""
YEAR = 4
"""Digits."""
MOSTLY = 0.5
"""Share of the quote's words in a sentence that is taken to be in the quote's language."""
_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = {
    word: digits
    for digits, words in {
        "2": "två two", "3": "tre three", "4": "fyra four", "5": "fem five", "6": "sex six",
        "7": "sju seven", "8": "åtta eight", "9": "nio nine", "10": "tio ten",
        "11": "elva eleven", "12": "tolv twelve", "13": "tretton", "14": "fjorton",
        "15": "femton fifteen", "16": "sexton", "17": "sjutton", "18": "arton eighteen",
        "20": "tjugo twenty", "30": "trettio thirty", "50": "femtio fifty",
        "100": "hundra hundred", "1000": "tusen thousand",
    }.items()
    for word in words.split()
}  # fmt: skip
_WORD = regex.compile(r"\p{L}+")
_NEAR = regex.compile(
    r"(?:(?P<before>\p{L}+)\W+)?(?P<number>\d+(?:[.,]\d+)*)(?=(?:\W+(?P<after>\p{L}+))?)"
)
_MARKUP = regex.compile(r"[<>{}|`\[\]\\]|\*\*|__|^#|://|\p{Cc}|\p{Co}")


class Statement(NamedTuple):
    """A sentence to judge: as it would be shown, with what it rests on, and the answer's language.

    `own_names` are names of the entry that the passage is of: the passage speaks of it whether or
    not the quote names it.
    """

    draft: Drafted
    language: Language
    own_names: tuple[str, ...] = ()


class StatementVerifier:
    """Judges sentences of a model."""

    def __init__(self, verifier: Verifier, meaning: Meaning, detector: LanguageDetector) -> None:
        self._verifier = verifier
        self._meaning = meaning
        self._detector = detector

    def faults(self, statement: Statement) -> tuple[str, ...]:
        """What does not hold, cheapest first; empty when the sentence may be shown.

        The meaning is compared only where nothing else is wrong.

        Raises:
            ModelMissing: the model that meanings are compared with cannot be loaded.
        """
        found = dict.fromkeys((*self._by_form(statement), *self._by_words(statement)))
        if not found and not self._meaning.holds(_nameless(statement)):
            return ("meaning",)
        return tuple(found)

    def _by_form(self, statement: Statement) -> list[str]:
        text = statement.draft.text
        words = _WORD.findall(text)
        quote = statement.draft.quote
        found = ["markup"] if any(m[0] not in quote for m in _MARKUP.finditer(text)) else []
        if not 2 <= len(words) <= LONGEST:
            found.append("length")
        if len(words) >= TELLS_LANGUAGE and not self._is_in_language(statement, words):
            found.append("language")
        return found

    def _is_in_language(self, statement: Statement, words: list[str]) -> bool:
        """By the detector, or as the quote is: Swedish names can make English look Swedish."""
        draft = statement.draft
        if self._detector(draft.text) is statement.language:
            return True
        given = set(_WORD.findall(draft.quote))
        share = sum(word in given for word in words) / len(words)
        return draft.passage.language is statement.language and share >= MOSTLY

    def _by_words(self, statement: Statement) -> list[str]:
        draft = _nameless(statement)
        text, quote = draft.text.casefold(), draft.quote.casefold()
        found = [one for one in self._verifier.faults(draft) if not excused(one, text, quote)]
        if not (_in_order(text, quote) or _in_company(text, quote)):
            found.append("number")
        if not _number_words(text) <= _number_words(quote) | set(_NUMBER.findall(quote)):
            found.append("number")
        if strengthened(text, quote) or weakened(text, quote):
            found.append("strength")
        if dropped_conditions(text, quote):
            found.append("condition")
        if others_named(draft.text, draft.quote):
            found.append("who")
        return found


def _nameless(statement: Statement) -> Drafted:
    """The draft without the entry's own names where the quote does not give them."""
    draft, quote = statement.draft, statement.draft.quote.casefold()
    text = draft.text
    for name in sorted(statement.own_names, key=len, reverse=True):
        if name.casefold() not in quote:
            text = regex.sub(rf"\b{regex.escape(name)}s?\b", "", text, flags=regex.I)
    return draft._replace(text=" ".join(text.split()) or draft.text)


def _in_order(text: str, quote: str) -> bool:
    """Whether the numbers stand in the quote in the same order: two that changed places are both
    there, and the sentence is wrong."""
    left = iter(_NUMBER.findall(quote))
    return all(number in left for number in _NUMBER.findall(text))


def _in_company(text: str, quote: str) -> bool:
    """Whether each number has the neighbour that it alone has in the quote."""
    given, said = _companies(quote), _companies(text)
    return all(
        near & given.get(number, set()) - _others(given, number) for number, near in said.items()
    )


def _companies(text: str) -> dict[str, set[str]]:
    """What each number goes with, by its beginning: the word before a year, else the word after."""
    found: dict[str, set[str]] = {}
    for near in _NEAR.finditer(text):
        is_year = len(near["number"]) == YEAR and near["number"][:2] in ("19", "20")
        word = near["before"] if is_year else near["after"]
        found.setdefault(near["number"], set()).update([word[:5]] if word else [])
    return found


def _others(companies: Mapping[str, set[str]], number: str) -> set[str]:
    return set().union(*(words for other, words in companies.items() if other != number))


def _number_words(text: str) -> set[str]:
    words: Mapping[str, str] = _NUMBER_WORDS
    return {words[word] for word in _WORD.findall(text) if word in words}
