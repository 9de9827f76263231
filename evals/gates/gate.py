"""A gate: looks at a run, and at what was accepted, and says whether it may pass."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

import numpy as np

from evals.components.registry import way
from evals.gates.baseline import Baseline, case_digest
from evals.gates.facts import Facts
from evals.measured import estimate
from evals.suite.suite_run import SuiteRun
from guide.model.value import Value

State = Literal["passed", "failed", "skipped"]
LEAST_PAIRS = 5
LOST = 0.1
"""Share of a set's accepted cases that may be missing: more looks like failing cases removed."""
LEAST_OF_ENTRY = 2
SHOWN = 10


class Verdict(Value):
    """What a gate says. `absolute` gates hold whatever was accepted."""

    gate: str
    state: State
    told: str
    absolute: bool = False


class Gate(Protocol):
    """One condition with a name that says what it protects."""

    @property
    def name(self) -> str:
        """How it is called where it fails."""

    def judge(self, run: SuiteRun, baseline: Baseline | None) -> Verdict:
        """Skipped where the run did not measure what it looks at, or nothing was accepted."""


class Never(NamedTuple):
    """A count over all answers of all components that must be 0."""

    name: str
    measure: str

    def judge(self, run: SuiteRun, baseline: Baseline | None) -> Verdict:  # noqa: ARG002
        having = [one for one in run.outcomes if self.measure in one.scores]
        bad = [one for one in having if one.scores[self.measure]]
        shown = [f"{one.component} {one.id}" for one in bad if not one.held_out]
        told = f"{len(bad)} of {len(having)} cases{_listed(shown)}"
        return _verdict(self.name, having, bool(bad), told, absolute=True)


class AtLeast(NamedTuple):
    """A mean over one component's cases of the sets named that may not fall below a floor."""

    name: str
    component: str
    sets: frozenset[str]
    measure: str
    floor: float

    def judge(self, run: SuiteRun, baseline: Baseline | None) -> Verdict:  # noqa: ARG002
        found = [
            one.scores[self.measure]
            for one in run.outcomes
            if one.component == self.component and one.set in self.sets
            if self.measure in one.scores
        ]
        value = float(np.mean(found)) if found else 1.0
        told = f"{value:.3f} of {len(found)} cases, floor {self.floor:g}"
        return _verdict(self.name, found, value < self.floor, told, absolute=True)


class NotWorse(NamedTuple):
    """A measure of one set, case by case against the accepted one: it fails where the 95 %
    interval of the paired difference lies wholly on the worse side."""

    name: str
    component: str
    set: str
    measure: str

    def judge(self, run: SuiteRun, baseline: Baseline | None) -> Verdict:
        now = {
            case_digest(one): one.scores[self.measure]
            for one in run.outcomes
            if (one.component, one.set) == (self.component, self.set)
            if self.measure in one.scores
        }
        before = baseline.scores(self.component, self.set, self.measure) if baseline else {}
        if not before or self.component not in run.components:
            return Verdict(gate=self.name, state="skipped", told="nothing to hold it against")
        if not now and self.set == "questions-dev":
            return Verdict(gate=self.name, state="skipped", told="the external set is not here")
        pairs = [(before[case], now[case]) for case in before if case in now]
        if len(pairs) < (1 - LOST) * len(before):
            told = f"{len(before) - len(pairs)} of {len(before)} accepted cases are missing"
            return Verdict(gate=self.name, state="failed", told=told)
        return self._judged(pairs)

    def _judged(self, pairs: list[tuple[float, float]]) -> Verdict:
        sign = 1.0 if way(self.component, self.measure) == "more" else -1.0
        better = estimate([sign * (now - before) for before, now in pairs])
        before, now = (float(np.mean(values)) for values in zip(*pairs, strict=True))
        told = (
            f"{before:.3f} accepted, {now:.3f} now; better by {better.value:+.3f} "
            f"({better.low:+.3f} to {better.high:+.3f}) over {len(pairs)} cases"
        )
        worse = len(pairs) >= LEAST_PAIRS and better.high < 0
        return Verdict(gate=self.name, state="failed" if worse else "passed", told=told)


class EveryEntryFound(NamedTuple):
    """An entry of which any case found it before, and of which none does now, is broken."""

    name: str
    measure: str = "hit@5"

    def judge(self, run: SuiteRun, baseline: Baseline | None) -> Verdict:
        if baseline is None or "retrieval" not in run.components:
            return Verdict(gate=self.name, state="skipped", told="nothing to hold it against")
        found: dict[str, list[tuple[float, float]]] = defaultdict(list)
        accepted = {
            name: baseline.scores("retrieval", name, self.measure)
            for name in {one.set for one in run.outcomes if one.component == "retrieval"}
        }
        for one in run.outcomes:
            if one.component == "retrieval" and case_digest(one) in accepted[one.set]:
                before = accepted[one.set][case_digest(one)]
                found[one.groups["service"]].append((before, one.scores[self.measure]))
        lost = sorted(name for name, pairs in found.items() if _is_lost(pairs))
        told = f"{len(lost)} of {len(found)} entries are found by no case any more{_listed(lost)}"
        return Verdict(gate=self.name, state="failed" if lost else "passed", told=told)


class AsAccepted(NamedTuple):
    """Facts that change only together with an acceptance."""

    name: str
    changed: Callable[[Facts, Facts], Iterator[str]]

    def judge(self, run: SuiteRun, baseline: Baseline | None) -> Verdict:
        if baseline is None:
            return Verdict(gate=self.name, state="skipped", told="nothing to hold it against")
        found = list(self.changed(baseline.facts, run.facts))
        told = f"{len(found)} changed{_listed(found)}"
        return Verdict(gate=self.name, state="failed" if found else "passed", told=told)


def _is_lost(pairs: list[tuple[float, float]]) -> bool:
    return (
        len(pairs) >= LEAST_OF_ENTRY
        and any(before for before, _ in pairs)
        and not any(now for _, now in pairs)
    )


def _verdict(
    name: str, having: Sequence[object], failed: bool, told: str, absolute: bool
) -> Verdict:
    if not having:
        return Verdict(gate=name, state="skipped", told="not measured", absolute=absolute)
    state: State = "failed" if failed else "passed"
    return Verdict(gate=name, state=state, told=told, absolute=absolute)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return f": {'; '.join(names[:SHOWN])}{more}" if names else ""
