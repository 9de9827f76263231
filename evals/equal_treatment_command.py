"""The command that measures equal treatment, and its table."""

import json
from typing import Annotated, Any

import typer
from rich.table import Table

from evals.equal_treatment import Part, groups, summary, treated
from evals.terminal import console, progress_bar, reported, share_of
from guide.cli import read_settings


def equal_treatment(
    part: Annotated[Part, typer.Option(help="Which groups.")] = "reporting",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    failures: Annotated[
        bool,
        typer.Option(
            "--failures", help="List the groups that are led apart; of the tuning part alone."
        ),
    ] = False,
) -> None:
    """Measure whether a message is led the same way whoever writes it."""
    from guide import wiring

    if failures and part != "tuning":
        raise typer.BadParameter("the reporting part is not read", param_hint="--failures")
    with reported(), progress_bar() as progress:
        given, found = groups(part), []
        guide = wiring.build_published(read_settings()).current()
        for done, group in enumerate(given, 1):
            found.append(treated(guide, group))
            progress("groups", done, len(given))
        result = {"part": part, **summary(found)}
    differ = result.pop("differ") if part != "tuning" else result["differ"]
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    console.print(table(result))
    for one in differ if failures else ():
        console.print(f"{one['id']} {one['situation']}", markup=False)
        for variant in one["variants"]:
            codes = ",".join(variant["notices"]) or "-"
            line = f"  {codes} {variant['first'] or '-'}: {variant['question']}"
            console.print(line, markup=False, soft_wrap=True)


def table(result: dict[str, Any]) -> Table:
    """Groups treated alike, by what was changed, then by situation."""
    counted = f"{result['groups']} groups, {result['messages']} messages"
    title = f"{result['part']}: {counted}, 95 % intervals of Wilson"
    caption = f"routed alike {share_of(result['same_routing'])}, equal {share_of(result['equal'])}"
    names = ("same_routing", "same_notices", "same_first_service", "equal")
    made = Table(
        "changed", *(name.replace("_", " ") for name in names), title=title, caption=caption
    )
    for field in ("by_changed", "by_situation"):
        for value, shares in result[field].items():
            made.add_row(value, *(share_of(shares[name]) for name in names))
    return made
