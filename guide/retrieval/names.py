"""Which entries a question names."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import regex

from guide.model.service import Service

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_PARENTHESIS = regex.compile(r"\s*\([^)]*\)")
_PARTS = regex.compile(r"\s+[/–]\s+")
_ENDINGS = frozenset("s n ns t ts en ens et ets na nas erna ernas arna arnas an ans".split()) | {""}
_SHORT = 5
"""Names up to this length are matched exactly, or with a genitive s: "brist" is not Bris."""


class _Name(NamedTuple):
    words: tuple[str, ...]
    service_id: str


class NameIndex:
    """Names and aliases of entries, matched as whole words that may be inflected."""

    def __init__(self, services: Iterable[Service]) -> None:
        found = {
            _Name(words, service.id)
            for service in services
            for name in (service.name, *service.aliases)
            for words in _variants(name)
        }
        self._names = sorted(found, key=lambda name: -sum(map(len, name.words)))

    def mentioned(self, question: str) -> tuple[str, ...]:
        """Ids of the entries named, the longest name first; each word counts for one name."""
        words = _words(question)
        initials = {word[0] for word in words}
        taken: dict[int, _Name] = {}
        found: dict[str, None] = {}
        for name in self._names:
            if name.words[0][0] not in initials:
                continue
            for start in _places(name.words, words):
                span = range(start, start + len(name.words))
                if all(taken.get(i, name).words == name.words for i in span):
                    taken.update(dict.fromkeys(span, name))
                    found.setdefault(name.service_id)
        return tuple(found)


def _variants(name: str) -> set[tuple[str, ...]]:
    """The name as a whole, without what stands in parentheses, and each part around / or –.

    A part that ends in a single letter is no name: "Stödboende I (Fenix)" is not "stödboende i".
    """
    plain = _PARENTHESIS.sub("", name)
    parts = {name, plain, *_PARTS.split(plain)}
    found = {_words(part) for part in parts} - {()}
    return {words for words in found if len(words[-1]) > 1 or words == _words(name)}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _places(name: tuple[str, ...], words: Sequence[str]) -> list[int]:
    last = len(words) - len(name) + 1
    return [i for i in range(last) if all(map(_same, name, words[i : i + len(name)]))]


def _same(name: str, word: str) -> bool:
    if word == name or word == name + "s":
        return True
    if len(name) <= _SHORT:
        return False
    return any(word.startswith(stem) and word[len(stem) :] in _ENDINGS for stem in _stems(name))


@cache
def _stems(name: str) -> set[str]:
    """The name, and without its definite ending, so that "teamet" and "team" are the same."""
    return {name} | {name.removesuffix(end) for end in ("et", "en") if len(name) > _SHORT + 2}
