"""Commands: run the suite, accept a run."""

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from evals.components.registry import COMPONENTS
from evals.data_files import BadData
from evals.gates.baseline import (
    BASELINE,
    Acceptance,
    Baseline,
    baseline_of,
    load_baseline,
    save_baseline,
)
from evals.gates.gate import Verdict
from evals.gates.gates import KEPT, failed, judged
from evals.page.page import page
from evals.report import README, write, write_text
from evals.runs import RUNS
from evals.suite import readme_table
from evals.suite.figures import Figure, figures
from evals.suite.suite_run import SuiteRun, load, measured_apart, save
from evals.terminal import console, errors, progress_bar, reported
from guide.cli import read_settings

BaselineFile = Annotated[Path, typer.Option("--baseline", help="What was accepted.")]


def suite(
    components: Annotated[
        list[str] | None, typer.Argument(help="Components to measure; none: all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    out: Annotated[
        Path | None, typer.Option(help="Folder of the run; else named for the time.")
    ] = None,
    baseline: BaselineFile = BASELINE,
) -> None:
    """Measure components as the gates see them. Exit status 1 when a gate fails."""
    names = components or list(COMPONENTS)
    if unknown := [name for name in names if name not in COMPONENTS]:
        raise typer.BadParameter(
            f"no component is named {', '.join(unknown)}; there are {', '.join(COMPONENTS)}"
        )
    folder = out or RUNS / f"suite-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}"
    with reported(), progress_bar() as progress:
        run = measured_apart(read_settings(), names, progress)
        save(folder, run)
        verdicts = judged(run, load_baseline(baseline))
    errors.print(f"The run is in {folder}", markup=False, soft_wrap=True)
    write_page(folder, baseline)
    _told(run, verdicts, as_json)
    if failed(verdicts):
        raise typer.Exit(1)


def accept(
    folder: Annotated[Path, typer.Argument(help="Folder of a run of the whole suite.")],
    who: Annotated[str, typer.Option(help="Who accepts it.")],
    why: Annotated[str, typer.Option(help="Why what got worse is right, or what got better.")],
    baseline: BaselineFile = BASELINE,
    readme: Annotated[Path, typer.Option(help="File with the markers.")] = README,
) -> None:
    """Hold later runs against this one. What no run may do cannot be accepted."""
    if not who.strip() or not why.strip():
        raise typer.BadParameter("say who accepts the run, and why", param_hint="--who --why")
    with reported():
        run, earlier = load(folder), load_baseline(baseline)
        if missing := [name for name in COMPONENTS if name not in run.components]:
            raise BadData(f"{folder} lacks {', '.join(missing)}; run: python -m evals run")
        if stopped := [one for one in judged(run, None) if one.absolute and one.state == "failed"]:
            raise BadData("; ".join(f"{one.gate}: {one.told}" for one in stopped))
        accepted = _accepted(run, earlier, who.strip(), why.strip())
        save_baseline(baseline, accepted)
        write(readme, readme_table.table(accepted), readme_table.START, readme_table.END)
    typer.echo(f"{baseline}: accepted by {who.strip()}")


def prepare_english() -> None:
    """Fetch Chroma's default English model and make its vectors, so that runs compare it too."""
    from evals.components.asked import Asked
    from evals.components.side_by_side import english_chain

    with reported():
        english_chain(Asked.published(read_settings()))


def write_page(folder: Path, baseline: Path = BASELINE) -> None:
    """Writes report.html beside the run, and says where."""
    with reported():
        write_text(folder / "report.html", page(load(folder), load_baseline(baseline)))
    errors.print(f"The page is {folder / 'report.html'}", markup=False, soft_wrap=True)


def _accepted(run: SuiteRun, earlier: Baseline | None, who: str, why: str) -> Baseline:
    one = Acceptance(
        at=dt.datetime.now(dt.UTC).date(),
        who=who,
        why=why,
        knowledge=run.made_with.ranking.knowledge,
        embedder=run.made_with.ranking.embedder,
    )
    return baseline_of(run, KEPT, (one, *(earlier.acceptances if earlier else ())))


def _told(run: SuiteRun, verdicts: tuple[Verdict, ...], as_json: bool) -> None:
    found = figures(run.outcomes)
    if as_json:
        told = {
            "config": run.made_with.model_dump(mode="json"),
            "figures": [one.model_dump() for one in found],
            "gates": [one.model_dump() for one in verdicts],
        }
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    console.print(figures_table(found))
    console.print(gates_table(verdicts))


def figures_table(found: tuple[Figure, ...]) -> Table:
    """One line for each measure."""
    table = Table("component", "set", "measure", "n", "mean (95 %)")
    for one in found:
        value = one.estimate
        told = f"{value.value:.3f} ({value.low:.2f} to {value.high:.2f})"
        table.add_row(one.component, one.set, one.measure, str(value.n), told)
    return table


def gates_table(verdicts: tuple[Verdict, ...]) -> Table:
    """One line for each gate; failed ones are told in full."""
    styles = {"passed": "green", "failed": "bold red", "skipped": "dim"}
    table = Table("gate", "", "what it saw")
    for one in verdicts:
        table.add_row(one.gate, f"[{styles[one.state]}]{one.state}[/]", escape(one.told))
    return table
