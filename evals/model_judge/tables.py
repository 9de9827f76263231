"""A judge's word as people read it: never a label without how far it can be believed."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from evals.measured import Estimate
from evals.model_judge.agreement import Agreement
from evals.model_judge.belief import Belief
from evals.model_judge.kept import Kept
from evals.model_judge.result import Judged, JudgeResult
from evals.model_judge.rubric import Pin
from evals.model_judge.sums import Sums, WithReader


def result_tables(kept: Kept) -> Iterator[RenderableType]:
    """The questions, how they came about, and what they are worth."""
    yield _questions(kept.result)
    yield escape(_counted(kept.sums))
    yield _trust({"": kept.sums})
    yield escape("\n".join(kept.notes))


def belief_lines(found: Belief) -> Iterator[RenderableType]:
    """The figures of both judgements; then the difference, or what forbids to believe it."""
    yield _trust({"first": found.first, "second": found.second})
    if found.difference is None:
        lines = "\n".join(f"- {escape(fault)}" for fault in found.faults)
        yield f"[bold red]Not believed:[/]\n{lines}"
    else:
        change = found.difference
        yield f"right: {_signed(change.right)}\nwrong or unsafe: {_signed(change.harmful)}"
        for name, (before, after) in change.changed.items():
            yield escape(f"{name}: {before} -> {after}")
    left = f"{found.left_out} questions are left out: in one alone, or undecided"
    yield escape("\n".join((left, *found.notes)))


def _questions(result: JudgeResult) -> Table:
    pin = result.pin
    table = Table("question", "label", "runs", "verdicts", "thrown away", title=_pinned(pin))
    for one in result.questions:
        said = ", ".join(run.label or run.ended for run in one.runs)
        given = [claim for run in one.runs for claim in run.claims]
        lost = sum(not claim.stands for claim in given)
        table.add_row(*map(escape, (one.id, one.label or "undecided", said)), str(len(given)),
                      str(lost))  # fmt: skip
    faults = dict.fromkeys(fault for one in result.questions for fault in _faults(one))
    table.caption = escape("\n".join(list(faults)[:5]))
    return table


def _faults(one: Judged) -> Iterator[str]:
    yield from (f"{one.id}: {run.ended}: {run.why}" for run in one.runs if run.why)


def _pinned(pin: Pin) -> str:
    rubric = f"rubric {pin.rubric_version} ({pin.rubric_digest})"
    return escape(f"{pin.model}, {rubric}, shown {pin.shown}, {pin.runs} runs")


def _counted(sums: Sums) -> str:
    labels = ", ".join(f"{label} {n}" for label, n in sums.labels.items())
    runs = ", ".join(f"{ended} {n}" for ended, n in sums.runs.items())
    kept = ", ".join(f"{verdict} {n}" for verdict, n in sums.claims.kept.items())
    return (
        f"labels: {labels}, undecided {sums.undecided}\n"
        f"runs: {runs}\n"
        f"sentences: {kept}, without a quote that stands {sums.claims.discarded}, "
        f"without a verdict {sums.claims.unjudged}"
    )


def _trust(judged: Mapping[str, Sums]) -> Table:
    """Rows for the judge against itself, against each reader, and the readers' own."""
    table = Table("agreement", "equal labels", "n", "coefficient", "n", title="95 % intervals")
    for name, sums in judged.items():
        own, at = sums.own, f"{name}: " if name else ""
        table.add_row(f"{at}runs, labels (alpha)", _share(own.unanimous), str(own.unanimous.n),
                      _value(own.alpha), str(own.alpha.n))  # fmt: skip
        claims = sums.claims.alpha
        table.add_row(f"{at}runs, sentences (alpha)", "-", "-", _value(claims), str(claims.n))
        for reader, found in sums.readers.items():
            table.add_row(escape(f"{at}with reader {reader} (kappa)"), *_with(found))
    for readers, found in next(iter(judged.values())).between.items():
        table.add_row(escape(f"readers {readers} (kappa)"), *_with(found))
    return table


def _with(found: WithReader) -> tuple[str, str, str, str]:
    n = found.exact.n if found.exact else 0
    exact = _share(found.exact) if found.exact else "-"
    return exact, str(n), _value(found.kappa), str(found.kappa.n)


def _share(value: Estimate) -> str:
    return f"{value.value:.2f} ({value.low:.2f} to {value.high:.2f})"


def _value(found: Agreement) -> str:
    if found.value is None:
        return "undefined"
    interval = "" if found.low is None else f" ({found.low:.2f} to {found.high:.2f})"
    return f"{found.value:.2f}{interval}"


def _signed(value: Estimate) -> str:
    return f"{value.value:+.3f} ({value.low:+.3f} to {value.high:+.3f}) over {value.n} questions"
