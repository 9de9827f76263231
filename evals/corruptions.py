"""Sentences that are true of the knowledge, made false in one way each."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import regex

from guide.composing.words import word_beginnings
from guide.model.passage import Passage
from guide.model.terms import Language

Wrong = Literal["number", "year", "name", "negation", "needs_test", "other_passage"]
ELSEWHERE = 0.5
"""Share of a sentence's words that a quote of another passage may hold and not be its source."""
_NUMBER = regex.compile(r"(?<![\d:.,/])\d{1,3}(?![\d:/]|[.,]\d)")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEGATION = {
    Language.SV: regex.compile(r"\s(?:inte|aldrig|ej)\b"),
    Language.EN: regex.compile(r"(?<=\b(?:do|does|did|is|are|was|were|can)) ?not\b|n['’]t\b"),
}
_VERB = {
    Language.SV: regex.compile(
        r"\b(?:är|kan|ska|skulle|har|får|finns|ger|arbetar|gäller|var|hade|vill|hjälper|betyder)\b"
    ),
    Language.EN: regex.compile(r"\b(?:is|are|can|was|were|should|must|could|may|does)\b"),
}
_TESTED = {
    Language.SV: (
        (regex.compile(r"utan behovsprövning"), "efter en behovsprövning"),
        (regex.compile(r"ingen behovsprövning"), "en behovsprövning"),
        (regex.compile(r"först efter en behovsprövning"), "utan behovsprövning"),
    ),
    Language.EN: (
        (regex.compile(r"do not need a needs assessment"), "need a needs assessment"),
        (regex.compile(r"without a needs assessment"), "after a needs assessment"),
        (regex.compile(r"only after a needs assessment"), "without a needs assessment"),
    ),
}
_ADDED = {
    Language.SV: ("efter en behovsprövning", "utan behovsprövning", "efter en ansökan"),
    Language.EN: ("after a needs assessment", "without a needs assessment", "after an assessment"),
}
_END = regex.compile(r"[.!?]+$")


class TrueSentence(NamedTuple):
    """A true sentence: its text, its quote, and the passage of the quote."""

    id: str
    text: str
    quote: str
    passage: Passage


class FalseSentence(NamedTuple):
    """A true sentence made false, and how. Quote and passage may be others than the true one's."""

    wrong: Wrong
    true: TrueSentence


class Corrupter:
    """Makes sentences false; the same seed makes the same."""

    def __init__(self, names: Mapping[str, tuple[str, ...]], seed: int) -> None:
        self._names = names
        self._all_names = sorted({own[0] for own in names.values() if own})
        self._random = random.Random(seed)

    def all(self, true: TrueSentence) -> Iterator[FalseSentence]:
        """The sentence made false in every way that it can be."""
        ways: dict[Wrong, Callable[[TrueSentence], str]] = {
            "number": self._number,
            "year": self._year,
            "name": self._name,
            "negation": self._negation,
            "needs_test": self._needs_test,
        }
        for wrong, change in ways.items():
            text = change(true)
            if text != true.text:
                yield FalseSentence(wrong, true._replace(id=f"{true.id}-{wrong}", text=text))

    def elsewhere(
        self, true: TrueSentence, sentences: Sequence[tuple[str, Passage]]
    ) -> FalseSentence | None:
        """The sentence with a quote that another passage holds, of the same entry where it can."""
        said = word_beginnings(true.text)
        others = [one for one in sentences if not _may_hold(said, one[0])]
        own = [one for one in others if one[1].service_id == true.passage.service_id]
        if not others:
            return None
        quote, passage = self._random.choice(own or others)
        moved = true._replace(id=f"{true.id}-other", quote=quote, passage=passage)
        return FalseSentence("other_passage", moved)

    def _number(self, true: TrueSentence) -> str:
        return self._swapped(_NUMBER, true.text, lambda n: str(int(n) + self._random.randint(1, 9)))

    def _year(self, true: TrueSentence) -> str:
        years = list(dict.fromkeys(_YEAR.findall(true.text)))
        if len(years) > 1:
            pair = {years[0]: years[1], years[1]: years[0]}
            return _YEAR.sub(lambda found: pair.get(found[0], found[0]), true.text)
        return self._swapped(_YEAR, true.text, lambda y: str(int(y) + self._random.randint(1, 4)))

    def _name(self, true: TrueSentence) -> str:
        own = [n for n in self._names.get(true.passage.service_id, ()) if n in true.text]
        if not own:
            return true.text
        other = self._random.choice([n for n in self._all_names if n not in true.quote])
        return true.text.replace(max(own, key=len), other, 1)

    def _negation(self, true: TrueSentence) -> str:
        language = true.passage.language
        negation = _NEGATION[language]
        if negation.search(true.text):
            return negation.sub("", true.text, count=1)
        word = "inte" if language is Language.SV else "not"
        return _VERB[language].sub(lambda verb: f"{verb[0]} {word}", true.text, count=1)

    def _needs_test(self, true: TrueSentence) -> str:
        language = true.passage.language
        for said, instead in _TESTED[language]:
            if said.search(true.text):
                return said.sub(instead, true.text, count=1)
        added = self._random.choice(_ADDED[language])
        if any(added.split()[-1] in text.casefold() for text in (true.text, true.quote)):
            return true.text
        return _END.sub("", true.text) + f" {added}."

    def _swapped(
        self, pattern: "regex.Pattern[str]", text: str, change: Callable[[str], str]
    ) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text
        one = self._random.choice(found)
        return text[: one.start()] + change(one[0]) + text[one.end() :]


def _may_hold(said: set[str], quote: str) -> bool:
    """Whether the quote shares so many words with a sentence that it may say the same."""
    return len(said & word_beginnings(quote)) > ELSEWHERE * len(said)
