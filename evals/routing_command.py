"""The command that measures routing, and its tables."""

import json
from typing import Annotated, Any

import typer
from rich.table import Table

from evals import everyday
from evals.data_files import read
from evals.effects import Effects
from evals.routing import CLASSES, FOLDER, GROUPS, Part, RoutingCase, outcome, summary
from evals.terminal import console, progress_bar, reported, share_of
from guide.cli import read_settings
from guide.model.status import NoticeCode


def routing(
    part: Annotated[Part, typer.Option(help="Which messages.")] = "reporting",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="List what went wrong; of the tuning part alone.")
    ] = False,
) -> None:
    """Measure which messages get a crisis notice, a refusal to decide, or a way elsewhere."""
    from guide import wiring

    if failures and part != "tuning":
        raise typer.BadParameter("the reporting part is not read", param_hint="--failures")
    with reported(), progress_bar() as progress:
        cases = read(FOLDER / f"{part}.jsonl", RoutingCase)
        guide = wiring.build_published(read_settings()).current()
        effects, outcomes = Effects(guide.catalogue), []
        for done, case in enumerate(cases, 1):
            outcomes.append(outcome(guide, effects, case))
            progress("messages", done, len(cases))
        asked = everyday.questions(guide.catalogue.knowledge.content, part)
        alarmed = everyday.alarmed(guide, asked)
        result = {"part": part, **summary(outcomes), "everyday": alarmed.model_dump()}
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    for table in tables(result):
        console.print(table)
    if failures:
        texts = {case.id: case.question for case in cases}
        for found in outcomes:
            if found.wrong:
                line = f"{found.id} {found.kind} {','.join(found.shown) or '-'}: {texts[found.id]}"
                console.print(line, markup=False, soft_wrap=True)


def tables(result: dict[str, Any]) -> list[Table]:
    """The classes, each grouping, and the confusion of kinds and notices."""
    groups = [
        _rates(field, {f"{name} {code}": found[code] for name, found in _of(result, field).items()})
        for field, codes in GROUPS.items()
        for code in codes
    ]
    return [_classes(result), *groups, _confusion(result)]


def _of(result: dict[str, Any], field: str) -> dict[str, Any]:
    found: dict[str, Any] = result[f"by_{field}"]
    return found


def _classes(result: dict[str, Any]) -> Table:
    effect = result["manipulations"]
    title = f"{result['part']}: {result['n']} messages, 95 % intervals of Wilson"
    caption = (
        f"crisis notices in peace: {share_of(result['crisis_in_peace'])}\n"
        f"crisis notices to everyday questions: {share_of(result['everyday'])}\n"
        f"manipulations with effect: {len(effect['with_effect'])} of {effect['n']}"
    )
    return _rates("class", result["classes"], title, caption)


def _rates(
    field: str, found: dict[str, Any], title: str | None = None, caption: str | None = None
) -> Table:
    table = Table(field, "recall", "false alarms", "precision", title=title, caption=caption)
    for name, values in found.items():
        if values["recall"]["n"] or values["false_alarm"]["hits"]:
            table.add_row(
                name, *(share_of(values[k]) for k in ("recall", "false_alarm", "precision"))
            )
    return table


def _confusion(result: dict[str, Any]) -> Table:
    codes = [*CLASSES, *(code for code in NoticeCode if code not in CLASSES), "none"]
    shown = [c for c in codes if any(c in row for row in result["confusion"].values())]
    table = Table("kind", "n", *shown, title="notices by kind of message")
    for kind, row in result["confusion"].items():
        table.add_row(kind, str(row["n"]), *(str(row.get(code, 0)) for code in shown))
    return table
