"""What no case of the own data tries: entries, groups and languages."""

from collections import Counter
from collections.abc import Iterator

from evals.answers import GUARDED
from evals.components.answers import FILE
from evals.components.asked import Asked
from evals.components.outcome import Outcome
from evals.data_files import AnswerCase, read
from evals.services import Names
from evals.sets import own_sets
from guide.model.value import Value

ENOUGH = 40
"""Cases of a group: one standard error of a share of one half is then eight points."""


class Coverage(Value):
    """`unreached`: entries on offer that no case expects. `few`: groups of the reported questions
    with too few cases, with their number. `elsewhere`: phrases of entries that find another entry
    first, `phrase -> entry found`, by the entry they are of."""

    entries: int
    unreached: tuple[str, ...]
    few: dict[str, int]
    elsewhere: dict[str, str]
    phrases: int


def coverage(asked: Asked, outcomes: list[Outcome]) -> Coverage:
    """Over the own data as a whole, also where the run took a sample of it."""
    offered = {s.id for s in asked.catalogue.services.values() if s.status.offered}
    reached = set(_reached(asked))
    phrases = [one for one in outcomes if one.synthetic]
    return Coverage(
        entries=len(offered),
        unreached=tuple(sorted(offered - reached)),
        few=_few(),
        elsewhere={
            one.groups["service"]: f"{one.question} -> {next(iter(one.found), 'nothing')}"
            for one in phrases
            if not one.scores["hit@1"]
        },
        phrases=len(phrases),
    )


def _reached(asked: Asked) -> Iterator[str]:
    names = Names(asked.catalogue.services.values())
    cases: list[AnswerCase] = [*read(FILE, AnswerCase)]
    cases += [case for given in own_sets() for case in given.questions]
    for case in cases:
        yield from frozenset().union(*names.meant([n for n in case.expected if n not in GUARDED]))


def _few() -> dict[str, int]:
    reported = own_sets()[-1].questions
    counted = Counter(
        f"{field} {getattr(case, field)}" for case in reported
        for field in ("audience", "lang", "kind")
    )  # fmt: skip
    return {name: n for name, n in sorted(counted.items()) if n < ENOUGH}
