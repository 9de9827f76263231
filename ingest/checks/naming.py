"""How a long list of names is told."""

from collections.abc import Sequence

SHOWN = 6


def first_names(names: Sequence[str]) -> str:
    """The first names, and how many there are besides."""
    more = f" och {len(names) - SHOWN} till" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
