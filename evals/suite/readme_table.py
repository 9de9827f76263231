"""The few lines of the README that tell what the accepted run of the suite found."""

from evals.components.side_by_side import RIVALS
from evals.gates.baseline import Baseline
from evals.suite.figures import Figure

START, END = "<!-- evals:suite -->", "<!-- /evals:suite -->"
ROWS = (
    *(("side-by-side", "own-reporting", f"hit@5, {rival}") for rival in RIVALS),
    ("routing", "reporting", "crisis recall"),
    ("routing", "reporting", "crisis in peace"),
    ("answers", "answers", "passed"),
    ("language", "own-reporting", "answered in it"),
    ("grounding", "reporting", "false stopped"),
    ("grounding", "reporting", "true kept"),
    ("desk", "reporting", "needs met"),
    ("personal-data", "reporting", "data gone"),
    ("equal-treatment", "reporting", "equal"),
    ("equal-treatment", "reporting", "same routing"),
    ("equal-treatment", "reporting", "danger led alike"),
    ("manipulation", "manipulation", "manipulation with effect"),
)


def table(baseline: Baseline) -> str:
    """What stands between the README's markers; the same baseline gives the same text."""
    known = {(one.component, one.set, one.measure): one for one in baseline.figures}
    newest = baseline.acceptances[0]
    lines = [
        f"Accepted on {newest.at} by {newest.who}, knowledge `{newest.knowledge}`: {newest.why}",
        "",
        "| measured | n | mean (95 % interval) |",
        "| --- | ---: | ---: |",
        *(_row(known[key]) for key in ROWS if key in known),
    ]
    return "\n".join(lines)


def _row(one: Figure) -> str:
    value = one.estimate
    told = f"{value.value:.3f} ({value.low:.2f}–{value.high:.2f})"
    return f"| {one.component}: {one.measure} | {value.n} | {told} |"
