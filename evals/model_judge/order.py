"""In which order a run of the judge is shown labels, verdicts and sentences.

A server at temperature 0 may say the same each time, and then three equal runs tell nothing. So
each run sees another order, which means nothing to the task: what differs between runs is how much
the judge leans on order. Orders are fixed by question and run, equal for every answer judged.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

SEED = "judge-1"
T = TypeVar("T")


def ordered(items: Sequence[T], question: str, run: int) -> list[T]:
    """All items. Of one question each stands at another place in each run, as long as there are
    no more runs than items; then a new order begins."""
    if not items:
        return []
    turn, shift = divmod(run, len(items))
    shuffled = list(items)
    random.Random(f"{SEED}:{question}:{turn}").shuffle(shuffled)
    return shuffled[shift:] + shuffled[:shift]
