"""Commands: run retrieval, compare, report."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from evals.compare import as_json as comparison_json
from evals.compare import compared, comparison_table
from evals.equal_treatment_command import equal_treatment
from evals.grounding_command import grounding
from evals.manipulation_command import manipulation
from evals.measured import MAIN_METRIC, Results, SetResult
from evals.personal_data_command import personal_data
from evals.report import COMMITTED, README, markdown, reportable, write
from evals.routing_command import routing
from evals.runs import RUNS, Summary, load, save, save_summary
from evals.sets import SetReader
from evals.suite.compare_command import compare_suites
from evals.suite.default_command import SuiteByDefault
from evals.suite.suite_command import suite, write_page
from evals.suite.suite_run import is_suite
from evals.terminal import console, errors, progress_bar, reported, show
from guide.cli import read_settings

run = typer.Typer(help="Measure, and keep what was found.", cls=SuiteByDefault)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
RunFolder = Annotated[Path, typer.Argument(help="Folder of a run.")]


@run.callback()
def _group() -> None:
    """Measure, and keep what was found: the whole suite, or the components named."""


run.command()(suite)
run.command()(routing)
run.command()(personal_data)
run.command()(manipulation)
run.command()(grounding)
run.command(name="equal-treatment")(equal_treatment)


@run.command()
def retrieval(
    names: Annotated[
        list[str] | None, typer.Option("--set", help="A set to measure; more than once for more.")
    ] = None,
    as_json: Json = False,
    out: Annotated[
        Path | None, typer.Option(help="Folder of the run; else named for the time.")
    ] = None,
) -> None:
    """Measure whether questions find what they must, set by set and leg by leg."""
    from evals.runner import Runner

    settings = read_settings()
    known = SetReader(settings.evaldata).names
    if unknown := [name for name in names or () if name not in known]:
        raise typer.BadParameter(
            f"no set is named {', '.join(unknown)}; there are {', '.join(known)}",
            param_hint="--set",
        )
    folder = out or RUNS / f"retrieval-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}"
    with reported(), progress_bar() as progress:
        found = Runner(settings, progress).run(list(dict.fromkeys(names or known)))
        save(folder, found)
    for name, reason in found.results.skipped.items():
        errors.print(f"{name} is skipped: {reason}", markup=False, soft_wrap=True)
    errors.print(f"The run is in {folder}", markup=False, soft_wrap=True)
    if as_json:
        typer.echo(found.results.model_dump_json())
    else:
        _print(found.results)


def compare(first: RunFolder, second: RunFolder, as_json: Json = False) -> None:
    """Show what the second run did better and worse than the first, question by question."""
    if is_suite(first) and is_suite(second):
        compare_suites(first, second, as_json)
        return
    with reported():
        before, after = load(first), load(second)
        found = compared(before, after)
    show(comparison_json(found), as_json, lambda _: comparison_table(found, before.results))


def report(
    folder: RunFolder,
    readme: Annotated[Path, typer.Option(help="File with the markers.")] = README,
    results: Annotated[Path, typer.Option(help="Where the results are kept.")] = COMMITTED,
) -> None:
    """Write a run's table into the README, keep its results beside, and print the table.

    Of a run of the suite: write report.html into its folder.
    """
    if is_suite(folder):
        write_page(folder)
        return
    with reported():
        found = load(folder)
        summary = reportable(Summary(config=found.config, results=found.results))
        table = markdown(summary)
        write(readme, table)
        save_summary(results, summary)
    typer.echo(table)


def _print(results: Results) -> None:
    for result in results.sets:
        console.print(_legs_table(result))
        if result.groups:
            console.print(_groups_table(result))


def _legs_table(result: SetResult) -> Table:
    names = list(result.all.legs["fused"])
    title = f"{result.name}: {result.all.n} questions, {result.left_out} left out; 95 % intervals"
    times = "; ".join(f"{k} {v['median']:.1f}/{v['p95']:.1f}" for k, v in result.latency.items())
    table = Table("leg", *names, title=title, caption=f"ms, median/p95: {times}")
    for leg, values in {**result.all.legs, **result.all.differences}.items():
        cells = (values[name] for name in names)
        table.add_row(leg, *(f"{c.value:.3f}\n{c.low:.2f} to {c.high:.2f}" for c in cells))
    return table


def _groups_table(result: SetResult) -> Table:
    legs = list(result.all.legs)
    metric = MAIN_METRIC[result.kind]
    table = Table("group", "n", *legs, title=f"{result.name}: {metric}")
    for values in result.groups.values():
        for value, found in values.items():
            cells = (f"{found.legs[leg][metric].value:.3f}" for leg in legs)
            table.add_row(value, str(found.n), *cells)
    return table
