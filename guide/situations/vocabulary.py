"""The words that the knowledge itself is written with."""

from collections.abc import Iterable

import regex

from guide.composing.words import word_beginnings

_WORD = regex.compile(r"\p{L}[\p{L}'’\-]+")


class Vocabulary:
    """All words of some texts, as written but for case, and how they begin."""

    def __init__(self, texts: Iterable[str]) -> None:
        whole = "\n".join(texts)
        self._words = {word.casefold() for word in _WORD.findall(whole)}
        self._beginnings = word_beginnings(whole)

    def knows(self, word: str) -> bool:
        """Whether the word is written somewhere, or its genitive is."""
        plain = word.casefold()
        return plain in self._words or plain.removesuffix("s") in self._words

    def touches(self, text: str) -> bool:
        """Whether a word of the text begins as one of those words does, or is one."""
        return bool(word_beginnings(text) & self._beginnings) or any(
            word.casefold() in self._words for word in _WORD.findall(text)
        )
