"""Words told apart by how they begin: a rough stem that needs no word list."""

import regex

BEGINNING = 5
"""Letters that are compared: enough to tell most words apart, few enough to pass endings."""
_WORD = regex.compile(r"\p{L}{4,}")


def word_beginnings(text: str, letters: int = BEGINNING) -> set[str]:
    """The first letters of the text's words of nearly that length or more: a rough stem."""
    words = (word for word in _WORD.findall(text) if len(word) >= letters - 1)
    return {word.casefold()[:letters] for word in words}
