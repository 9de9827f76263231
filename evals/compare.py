"""Two runs over the same questions: what changed, by how much, and for which of them."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from evals.measured import Case, Estimate, Results, estimate
from evals.runs import Run
from guide.model.value import Value

SHOWN = 15
_FAR = 1_000_000


class Move(Value):
    """A question whose first expected item stands elsewhere than before."""

    id: str
    before: int | None
    after: int | None


class SetChange(Value):
    """The second run less the first, over the questions of both, by leg and metric."""

    name: str
    n: int
    legs: dict[str, dict[str, Estimate]]
    better: dict[str, tuple[Move, ...]]
    worse: dict[str, tuple[Move, ...]]


class Comparison(Value):
    """What differs between two runs. `only_in_one` counts questions that could not be paired."""

    config: dict[str, tuple[str, str]]
    sets: tuple[SetChange, ...]
    only_in_one: int


def compared(first: Run, second: Run) -> Comparison:
    """Paired differences with 95 % bootstrap intervals."""
    pairs = _paired(first.cases, second.cases)
    names = dict.fromkeys(case.set for case, _ in pairs)
    return Comparison(
        config=first.config.unlike(second.config),
        sets=tuple(_change(name, [p for p in pairs if p[0].set == name]) for name in names),
        only_in_one=len(first.cases) + len(second.cases) - 2 * len(pairs),
    )


def main_leg(results: Results, name: str) -> str:
    """The leg that a reader of a set meets: the guide's own ranking where there is one."""
    kinds = {result.name: result.kind for result in results.sets}
    return "guide" if kinds.get(name) == "services" else "fused"


def comparison_table(comparison: Comparison, results: Results) -> Table:
    """One line for each set and leg, and the questions that moved in the set's main leg."""
    lines = [f"{name}: {a} -> {b}" for name, (a, b) in comparison.config.items()]
    if comparison.only_in_one:
        lines.append(f"{comparison.only_in_one} questions are in one run only")
    table = Table(caption="\n".join(lines))
    table.add_column("set", overflow="fold")
    table.add_column("leg")
    for head in ("difference (95 %)", "better", "worse"):
        table.add_column(head, no_wrap=True)
    for change in comparison.sets:
        for leg, metrics in change.legs.items():
            told = "\n".join(f"{name} {_signed(value)}" for name, value in metrics.items())
            moves = [change.better[leg], change.worse[leg]]
            shown = leg == main_leg(results, change.name)
            cells = [_moves(found) if shown else str(len(found)) for found in moves]
            table.add_row(f"{change.name} ({change.n})", leg, told, *cells)
    return table


def _paired(first: Sequence[Case], second: Sequence[Case]) -> list[tuple[Case, Case]]:
    """Cases of both runs, by set and id, in the first run's order."""
    known = {(case.set, case.id): case for case in second}
    return [(case, known[case.set, case.id]) for case in first if (case.set, case.id) in known]


def _change(name: str, pairs: list[tuple[Case, Case]]) -> SetChange:
    legs = [leg for leg in pairs[0][0].scores if leg in pairs[0][1].scores]
    return SetChange(
        name=name,
        n=len(pairs),
        legs={leg: _differences(leg, pairs) for leg in legs},
        better={leg: _moved(leg, pairs, 1) for leg in legs},
        worse={leg: _moved(leg, pairs, -1) for leg in legs},
    )


def _differences(leg: str, pairs: list[tuple[Case, Case]]) -> dict[str, Estimate]:
    scores = [(before.scores[leg], after.scores[leg]) for before, after in pairs]
    names = dict.fromkeys(name for before, after in scores for name in before if name in after)
    return {
        name: estimate([after[name] - before[name] for before, after in scores if name in before])
        for name in names
    }


def _moved(leg: str, pairs: list[tuple[Case, Case]], way: int) -> tuple[Move, ...]:
    """The farthest first."""
    moves = [
        Move(id=before.id, before=before.ranks[leg], after=after.ranks[leg])
        for before, after in pairs
    ]
    found = [(way * ((m.before or _FAR) - (m.after or _FAR)), m) for m in moves]
    found.sort(key=lambda item: -item[0])
    return tuple(move for by, move in found if by > 0)


def _moves(moves: tuple[Move, ...]) -> str:
    told = [f"{m.id} {m.before or '-'}->{m.after or '-'}" for m in moves[:SHOWN]]
    more = [f"and {len(moves) - SHOWN} more"] if len(moves) > SHOWN else []
    return "\n".join([str(len(moves)), *told, *more])


def _signed(value: Estimate) -> str:
    return f"{value.value:+.3f} ({value.low:+.3f} to {value.high:+.3f})"


def as_json(comparison: Comparison) -> dict[str, Any]:
    """What `--json` prints."""
    return comparison.model_dump(mode="json")
