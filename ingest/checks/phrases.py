"""Everyday phrases: how many there are, and whose they are."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from guide.model.patterns import compiled
from guide.model.terms import Language
from guide.rules.text import normalise
from ingest.checks.view import View
from ingest.checks.words import words
from ingest.problems import Problem, fault, warning

SWEDISH_PHRASES = 10
ENGLISH_PHRASES = 5
NUMBER = {Language.SV: SWEDISH_PHRASES, Language.EN: ENGLISH_PHRASES}
OTHER_PHRASES = 5
"""In a further language an entry has this many or, until someone writes them, none."""
CLOSE = 0.55
"""Shared weight over all weight from which two phrases ask nearly the same.

Chosen by reading the project's own Swedish phrases: pairs from here on ask for the same thing.
"""


class Phrase(NamedTuple):
    """A phrase, its entry, and where it stands."""

    file: str
    field: str
    service: str
    text: str
    words: frozenset[str]


def phrases(view: View, language: Language) -> list[Phrase]:
    """The phrases of the offered entries in the language."""
    return [
        Phrase(file, f"phrases.{language}.{number}", service.id, text, words(text))
        for file, service in view.entries
        if service.status.offered
        for number, text in enumerate(service.phrases.of(language))
    ]


def phrase_count(view: View) -> Iterator[Problem]:
    """Offered entries with more or fewer phrases than all others."""
    for file, service in view.entries:
        for language in Language if service.status.offered else ():
            have = len(service.phrases.of(language))
            count = NUMBER.get(language, OTHER_PHRASES)
            if have != count and (have or language in NUMBER):
                yield fault(
                    "phrase-count", file, f"phrases.{language}",
                    f"Posten har {have} vardagsfraser, inte {count}.",
                    "Alla poster ska ha lika många, annars blir rangordningen skev.",
                )  # fmt: skip


def same_phrase(view: View) -> Iterator[Problem]:
    """A phrase whose words, in any order, are those of another phrase."""
    for language in Language:
        first: dict[frozenset[str], Phrase] = {}
        for phrase in phrases(view, language):
            other = first.setdefault(phrase.words, phrase)
            if other is not phrase:
                yield warning(
                    "same-phrase", phrase.file, phrase.field,
                    f"Frasen ”{phrase.text}” finns redan hos {other.service}.",
                    "Skriv en annan fras på det ena stället.",
                )  # fmt: skip


def close_phrases(view: View) -> Iterator[Problem]:
    """Two entries whose phrases ask nearly the same, told once for each pair of entries.

    Words count by how rare they are among all phrases, log(number / number with the word), so
    that "hur får jag" says little.
    """
    for language in Language:
        found: dict[tuple[str, str], list[tuple[Phrase, Phrase]]] = defaultdict(list)
        for one, other in _close_pairs(phrases(view, language)):
            found[one.service, other.service].append((one, other))
        for (first, _), pairs in found.items():
            one, other = pairs[0]
            more = f" ({len(pairs)} sådana par)" if len(pairs) > 1 else ""
            yield warning(
                "close-phrase", other.file, other.field,
                f"”{other.text}” liknar ”{one.text}” hos {first}{more}.",
                "Skriv hellre det som bara den ena posten hjälper med.",
            )  # fmt: skip


def examples(view: View) -> Iterator[Problem]:
    """Examples of no entry, and texts that teach two entries the same."""
    taught = {text.casefold(): s.id for _, s in view.entries for text in s.phrases.all()}
    known = {service.id for _, service in view.entries}
    for name, found in view.content.examples.items():
        file = f"examples/{name}.yaml"
        if name not in known:
            yield fault("unknown-entry", file, "", f"Det finns ingen post som heter {name!r}.",
                        "Ge filen postens id som namn, eller ta bort den.")  # fmt: skip
        for language in Language:
            for number, text in enumerate(found.of(language)):
                first = taught.setdefault(text.casefold(), name)
                if first != name:
                    yield warning(
                        "same-example", file, f"{language}.{number}",
                        f"”{text}” finns redan hos {first}.",
                        "Behåll det hos den post som ska komma först.",
                    )  # fmt: skip


def premise_phrases(view: View) -> Iterator[Problem]:
    """Phrases of a premise that its own patterns do not recognise."""
    for file, premise in zip(view.premise_files(), view.content.premises, strict=True):
        for language in NUMBER:
            for number, phrase in enumerate(premise.phrases.of(language)):
                text = normalise(phrase)
                if _found(premise.any, text) and not _found(premise.unless, text):
                    continue
                yield warning(
                    "premise-phrase", file, f"phrases.{language}.{number}",
                    f"Mönstren känner inte igen ”{phrase}”.",
                    "Lägg till ett mönster under any, eller se över unless.",
                )  # fmt: skip


def _found(patterns: tuple[str, ...], text: str) -> bool:
    return any(compiled(pattern).search(text) for pattern in patterns)


def _close_pairs(items: list[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Pairs of different entries whose weighted overlap reaches `CLOSE`.

    Such a pair shares one of each phrase's rarest words, those that come before the last words
    of less than `CLOSE` of the phrase's weight; so only phrases with such a word are compared.
    """
    number = Counter(word for item in items for word in item.words)
    weight = {word: math.log(len(items) / count) for word, count in number.items()}
    total = [sum(weight[word] for word in item.words) for item in items]
    by_rare_word: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        rare = _rarest(item.words, weight, total[place])
        for earlier in sorted({old for word in rare for old in by_rare_word[word]}):
            other = items[earlier]
            shared = sum(weight[word] for word in item.words & other.words)
            whole = total[place] + total[earlier] - shared
            different = other.service != item.service and other.words != item.words
            if different and whole > 0 and shared >= CLOSE * whole:
                yield other, item
        for word in rare:
            by_rare_word[word].append(place)


def _rarest(said: frozenset[str], weight: dict[str, float], total: float) -> list[str]:
    ordered = sorted(said, key=lambda word: (-weight[word], word))
    left, rare = total, []
    for word in ordered:
        if left < CLOSE * total:
            break
        rare.append(word)
        left -= weight[word]
    return rare
