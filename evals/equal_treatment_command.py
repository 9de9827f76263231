"""The command that measures equal treatment, and its table."""

import json
from typing import Annotated, Any

import typer
from rich.table import Table

from evals.equal_treatment import groups, summary, treated
from evals.terminal import console, progress_bar, reported, share_of
from guide.cli import read_settings


def equal_treatment(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="List the groups whose variants are led apart.")
    ] = False,
) -> None:
    """Measure whether a message is led the same way whoever writes it."""
    from guide import wiring

    with reported(), progress_bar() as progress:
        given, found = groups(), []
        guide = wiring.build_published(read_settings()).current()
        for done, group in enumerate(given, 1):
            found.append(treated(guide, group))
            progress("groups", done, len(given))
        result = summary(found)
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    console.print(table(result))
    for one in result["differ"] if failures else ():
        console.print(f"{one['id']} {one['situation']}", markup=False)
        for variant in one["variants"]:
            codes = ",".join(variant["notices"]) or "-"
            line = f"  {codes} {variant['first'] or '-'}: {variant['question']}"
            console.print(line, markup=False, soft_wrap=True)


def table(result: dict[str, Any]) -> Table:
    """Groups treated alike, by what was changed, then by situation."""
    title = f"{result['groups']} groups, {result['messages']} messages, 95 % intervals of Wilson"
    names = ("same_routing", "same_notices", "same_first_service", "equal")
    made = Table("changed", *(name.replace("_", " ") for name in names), title=title)
    for field in ("by_changed", "by_situation"):
        for value, shares in result[field].items():
            made.add_row(value, *(share_of(shares[name]) for name in names))
    return made
