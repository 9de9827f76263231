"""A message as it may come from a phone in a hurry, so that tuning does not learn from spelling."""

import random
from collections.abc import Callable

_PLAIN = str.maketrans("åäöÅÄÖéأإآةىї", "aaoAAOeاااهيі")
"""Letters that many keyboards lack, or that many leave out."""
_MARKS = frozenset(".,!?;:'’\"،؟")
_SLIPS = (0.08, 0.15, 0.25)
"""Shares of words with a slip."""


def misspelt(text: str, chance: random.Random) -> str:
    """The text with some slips of typing: at times without capitals, marks or uncommon letters,
    two words run together, and in a few words letters that change places, are missing or doubled,
    or a space too many. Never empty where the text is not."""
    for change, likely in ((str.lower, 0.5), (_unmarked, 0.5), (_plain, 0.4)):
        changed = change(text) if chance.random() < likely else text
        text = changed if changed.strip() else text
    words = text.split()
    for _ in range(max(1, round(len(words) * chance.choice(_SLIPS)))):
        place = chance.randrange(len(words))
        if len(words[place]) > 2:
            slip = chance.choice(_CHANGES)
            words[place] = slip(words[place], chance.randrange(1, len(words[place]) - 1))
    if len(words) > 2 and chance.random() < 0.3:
        place = chance.randrange(1, len(words))
        words[place - 1 : place + 1] = [words[place - 1] + words[place]]
    return " ".join(words)


def _unmarked(text: str) -> str:
    return "".join(letter for letter in text if letter not in _MARKS)


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


_CHANGES: tuple[Callable[[str, int], str], ...] = (
    lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    lambda word, at: word[:at] + word[at + 1 :],
    lambda word, at: word[:at] + word[at] + word[at:],
    lambda word, at: word[:at] + " " + word[at:],
)
