"""The page about a run: first what else one could run, then gates, figures, gaps and failures."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals.components.outcome import Outcome
from evals.components.registry import COMPONENTS, way
from evals.components.side_by_side import MEASURES, RIVALS
from evals.gates.baseline import Baseline
from evals.gates.gates import judged
from evals.measured import Estimate
from evals.page.plots import Line, intervals
from evals.suite.figures import Figure, by_group, figures
from evals.suite.suite_run import SuiteRun

SIDE = "side-by-side"
FAILING = 60
"""So many failing cases of a set are listed; the run's folder has all."""


class Part(NamedTuple):
    """A component on the page."""

    name: str
    figures: list[tuple[Figure, str]]
    plot: Markup
    groups: dict[str, dict[str, Estimate]]
    grouped: str
    failing: list[Outcome]
    more: int


def page(run: SuiteRun, baseline: Baseline | None) -> str:
    """The whole page; it loads nothing from anywhere."""
    found = figures(run.outcomes)
    folder = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    verdicts = judged(run, baseline)
    return environment.get_template("page.html").render(
        run=run,
        baseline=baseline,
        verdicts=sorted(verdicts, key=lambda one: one.state != "failed"),
        counts={s: sum(v.state == s for v in verdicts) for s in ("passed", "failed", "skipped")},
        measures=MEASURES,
        rivals=_rivals(found),
        parts=[
            _part(name, run, found, baseline) for name in run.components if name != SIDE
        ],
    )  # fmt: skip


def failing(outcomes: Sequence[Outcome], component: str) -> Iterator[Outcome]:
    """Cases of sets that may be read, where the component's first measure is not at its best."""
    first = next(iter(COMPONENTS[component].ways))
    best = 1.0 if way(component, first) == "more" else 0.0
    for one in outcomes:
        if one.component == component and not one.held_out and one.scores.get(first, best) != best:
            yield one


def _rivals(found: Sequence[Figure]) -> list[tuple[str, list[Estimate]]]:
    values = {one.measure: one.estimate for one in found if one.component == SIDE}
    rows = [(rival, [values.get(f"{m}, {rival}") for m in MEASURES]) for rival in RIVALS]
    return [(rival, [v for v in row if v]) for rival, row in rows if all(row)]


def _part(name: str, run: SuiteRun, found: Sequence[Figure], baseline: Baseline | None) -> Part:
    own = [one for one in found if one.component == name]
    accepted = {_key(one): one.estimate.value for one in baseline.figures} if baseline else {}
    shares = [one for one in own if one.estimate.low >= 0 and one.estimate.high <= 1]
    lines = [
        Line(f"{one.set}: {one.measure}", one.estimate, accepted.get(_key(one)))
        for one in shares
    ]  # fmt: skip
    first = next(iter(COMPONENTS[name].ways))
    reported = [one for one in run.outcomes if one.component == name and _is_reported(one, run)]
    bad = list(failing(run.outcomes, name))
    return Part(
        name=name,
        figures=[(one, _told(accepted.get(_key(one)))) for one in own],
        plot=intervals(f"Figures of {name} with intervals", lines),
        groups=by_group(reported, first),
        grouped=first,
        failing=bad[:FAILING],
        more=max(0, len(bad) - FAILING),
    )


def _is_reported(one: Outcome, run: SuiteRun) -> bool:
    """The held-out set where a component has one, else all of it."""
    held_out = any(o.held_out for o in run.outcomes if o.component == one.component)
    return one.held_out or not held_out


def _key(one: Figure) -> tuple[str, str, str]:
    return one.component, one.set, one.measure


def _told(value: Any) -> str:
    return "–" if value is None else f"{value:.3f}"
