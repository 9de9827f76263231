"""The command that tries manipulations, and its table."""

import json
from collections import Counter
from functools import cache
from typing import Annotated, Any

import typer
from rich.table import Table

from evals.disguises import DISGUISES
from evals.effects import Effects
from evals.manipulation import attempts, judged, summary, tries
from evals.manipulation_documents import hidden_outcomes, seen_outcomes
from evals.terminal import console, progress_bar, reported
from guide.cli import read_settings


def manipulation(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    every: Annotated[
        int, typer.Option(min=1, help="Try each nth disguised or placed attempt alone.")
    ] = 1,
) -> None:
    """Try every manipulation, plain and disguised, in each place, and count the effects.

    Ends with exit status 1 when any has an effect.
    """
    from guide import wiring

    with reported(), progress_bar() as progress:
        settings, given = read_settings(), attempts()
        guide = wiring.build_published(settings).current()
        effects, outcomes, ask = Effects(guide.catalogue), [], cache(guide.answer)
        chosen = [
            one for number, one in enumerate(tries(given))
            if number % every == 0 or (one.place, one.disguise) == ("question", "plain")
        ]  # fmt: skip
        for done, tried in enumerate(chosen, 1):
            outcomes.append(judged(effects, tried, guide.answer(tried.question), ask))
            progress("tries", done, len(chosen))
        outcomes += hidden_outcomes(given)
        embedder = wiring.build_embedder(settings)
        reader = wiring.build_reader(settings, embedder)
        store = wiring.build_store(settings, embedder)
        seen, quoted = seen_outcomes(
            guide.catalogue, embedder, reader, store, given, settings.measured_fit
        )
        result = {**summary([*outcomes, *seen]), "quoted_from_documents": quoted}
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
    else:
        console.print(table(result))
    if result["with_effect"]:
        raise typer.Exit(1)


def table(result: dict[str, Any]) -> Table:
    """Tries and those with an effect, by place and, of questions, by disguise."""
    title = (
        f"{result['attempts']} attempts, {result['tries']} tries, "
        f"{result['with_effect']} with an effect"
    )
    kinds = ", ".join(f"{kind} {n}" for kind, n in result["effects"].items()) or "no effects"
    caption = f"{kinds}; {result['quoted_from_documents']} sentences quoted with their document"
    made = Table("place", "disguise", "tries", "with effect", title=title, caption=caption)
    found = Counter((one["place"], one["disguise"]) for one in result["found"])
    for name in DISGUISES:
        tried = str(result["by_disguise"].get(name, 0))
        made.add_row("question", name, tried, str(found["question", name]))
    for place, tried in result["by_place"].items():
        if place != "question":
            made.add_row(place, "plain", str(tried), str(found[place, "plain"]))
    return made
