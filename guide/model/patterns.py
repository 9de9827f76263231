"""Patterns that editors write, compiled once: when they are read, and never again to be matched."""

from functools import cache

import regex


@cache
def compiled(pattern: str) -> "regex.Pattern[str]":
    """The regular expression that a pattern is (`regex`, version 0 rules).

    Raises:
        regex.error: it is none.
    """
    return regex.compile(pattern, regex.V0)


def compiles(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns as they are.

    Raises:
        ValueError: one of them is no regular expression.
    """
    for pattern in patterns:
        try:
            compiled(pattern)
        except regex.error as problem:
            raise ValueError(f"mönstret {pattern!r} går inte att tolka: {problem}") from problem
    return patterns
