"""The command that measures whether false sentences are stopped, and its tables."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.table import Table

from evals.grounding import Cases, Judged, Part, judge, summary
from evals.terminal import console, progress_bar, reported
from guide.cli import read_settings
from guide.grounding.meaning import Alike, Meaning

SHOWN = ("all", "sv", "en")


def grounding(
    part: Annotated[Part, typer.Option(help="Which sentences.")] = "reporting",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="List what went wrong; of the tuning part alone.")
    ] = False,
    every: Annotated[int, typer.Option(min=1, help="Judge each nth sentence alone.")] = 1,
) -> None:
    """Measure whether false sentences are stopped and true ones kept, as a model would be judged.

    With the tuning part also the limits of likeness that all its paraphrases keep.
    """
    from guide import chat_wiring, wiring

    if failures and part != "tuning":
        raise typer.BadParameter("only of the tuning part", param_hint="--failures")
    with reported(), progress_bar() as progress:
        settings = read_settings()
        embedder = wiring.build_embedder(settings)
        catalogue = wiring.build_published(settings).current().catalogue
        verifier = chat_wiring.build_verifier(settings, catalogue, embedder)
        cases = list(Cases(catalogue, part).all())[::every]
        found: list[Judged] = []
        for done, judged in enumerate(judge(verifier, cases), 1):
            found.append(judged)
            progress("sentences", done, len(cases))
        result = {"part": part, **summary(found)}
        if part == "tuning":
            meaning = Meaning(chat_wiring.build_word_reader(settings, embedder))
            result["limits"] = limits(found, meaning)._asdict()
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    console.print(table(result))
    if failures:
        _list(found)


def limits(found: Sequence[Judged], meaning: Meaning) -> Alike:
    """The least likeness of a paraphrase in which the words are no fault, rounded down."""
    kept = [
        meaning.alike(one.case.statement.draft.text, one.case.statement.draft.quote)
        for one in found
        if one.case.kind == "paraphrase" and set(one.faults) <= {"meaning"}
    ]
    return Alike(*(int(100 * min(values)) / 100 for values in zip(*kept, strict=True)))


def table(result: dict[str, Any]) -> Table:
    """Shares kept of true sentences and caught of false ones, by kind and language."""
    title = f"{result['part']}: {result['n']} sentences, 95 % intervals of Wilson"
    given = result.get("limits")
    caption = "" if given is None else f"limits that all paraphrases keep: {given}"
    made = Table("sentences", *SHOWN, title=title, caption=caption)
    for kind, shares in result["kept"].items():
        made.add_row(f"true, {kind}: kept", *(_cell(shares[name]) for name in SHOWN))
    rows = {**result["caught"], "all made by rule": result["caught_by_rule"]}
    for kind, shares in {**rows, "all written by hand": result["caught_by_hand"]}.items():
        made.add_row(f"false, {kind}: caught", *(_cell(shares[name]) for name in SHOWN))
    return made


def _cell(found: dict[str, Any]) -> str:
    if not found["n"]:
        return "-"
    counted = f"{found['hits']}/{found['n']}"
    return f"{found['value']:.3f} ({found['low']:.2f} to {found['high']:.2f}) {counted}"


def _list(found: Sequence[Judged]) -> None:
    for one in found:
        if one.case.true == bool(one.faults):
            draft = one.case.statement.draft
            told = ", ".join(one.faults) or "not caught"
            console.print(f"{one.case.kind} {one.case.id} ({told}): {draft.text} << {draft.quote}",
                          markup=False, soft_wrap=True)  # fmt: skip
    stopped = Counter(fault for one in found if one.case.true for fault in one.faults)
    console.print(f"true ones were stopped by {dict(stopped)}", markup=False)
