"""LIX: how hard a Swedish text is to read.

Words per sentence plus the share in per cent of words longer than six letters (C. H. Björnsson,
Läsbarhet, 1968). Under 30: very easy; 30-40: easy, as fiction and plain official texts; 40-50:
ordinary newspaper text; above 50: hard.
"""

import regex

from guide.catalogue.sentences import sentences

LONG = 6
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*")


def word_count(text: str) -> int:
    """Words as the LIX counts them."""
    return len(_WORD.findall(text))


def lix(text: str) -> float:
    """The text's LIX.

    Raises:
        ValueError: the text has no words.
    """
    words = _WORD.findall(text)
    if not words:
        raise ValueError("a text without words has no LIX")
    long = sum(len(word) > LONG for word in words)
    return len(words) / len(sentences(text)) + 100 * long / len(words)
