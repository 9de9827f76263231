"""Which lines of a text without styles are headings, and which of them stand under which."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import regex

MOST_WORDS = 12
_ENDING = regex.compile(r"[.,;!?…]$|[-–—]$")
_OPENING = regex.compile(r"^(?:\d+(?:\.\d+)*\.?\s+)?[\p{Lu}\d\"”]")
_LOOSE_END = regex.compile(
    r"\b(?:och|eller|samt|i|på|av|för|från|med|till|om|som|att|en|ett|den|det|de|vid|under|är)$"
)
_SENTENCE = regex.compile(r"\b(?:är|kommer) att\b|\. \p{Lu}")
_SIGNATURE = regex.compile(r"\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+, \p{Ll}")
_NUMBERED = regex.compile(r"^(\d+(?:\.\d+)*)\.?\s")


def looks_like_heading(text: str) -> bool:
    """Whether a short text that stands alone is worded as a heading and not as a sentence."""
    text = text.strip()
    words = text.split()
    if not words or len(words) > MOST_WORDS or not any(c.isalpha() for c in text):
        return False
    if text.endswith(":") and len(words) > 3:
        return False
    if _ENDING.search(text) or _LOOSE_END.search(text) or not _OPENING.match(text):
        return False
    return not (_SENTENCE.search(text) or _SIGNATURE.search(text))


class HeadingPath:
    """Keeps the path of headings of a text that shows no levels.

    A heading right under another stands below it, a numbered one below the last that is not, and
    one that the document repeats ('Motivering') below the last that it does not repeat.
    """

    def __init__(self, headings: Iterable[str]) -> None:
        self._counts = Counter(text for text, _ in groupby(headings))
        self._unique: tuple[str, ...] = ()
        self._plain: tuple[str, ...] = ()
        self._body_since = True
        self.path: tuple[str, ...] = ()

    def repeats(self, heading: str) -> bool:
        return self._counts[heading] > 1

    def enter(self, heading: str) -> None:
        """Goes to a heading."""
        heading_text = heading.removesuffix(":")
        if self.path and heading_text == self.path[-1]:
            return
        self.path = (*self._parents(heading), heading_text)[-3:]
        if not self.repeats(heading):
            self._unique = self.path
            if not _NUMBERED.match(heading):
                self._plain = self.path
        self._body_since = False

    def _parents(self, heading: str) -> tuple[str, ...]:
        if self.repeats(heading):
            return self._unique
        if _NUMBERED.match(heading):
            return self._plain
        below = not self._body_since and self.path == self._unique
        return self.path if below else ()

    def body(self) -> None:
        """Tells that text stands under the present heading."""
        self._body_since = True
