"""The command that measures the masking of personal data, and its tables."""

import json
from typing import Annotated, Any

import typer
from rich.table import Table

from evals.data_files import read
from evals.personal_data import (
    FOLDER,
    Masking,
    MaskingCase,
    Part,
    masking,
    numbers_summary,
    published_numbers,
    summary,
)
from evals.terminal import console, reported, share_of
from guide.cli import read_settings
from ingest.load import Loader


def personal_data(
    part: Annotated[
        Part, typer.Option(help="Which messages, or the published test numbers.")
    ] = "reporting",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="List what went wrong; of the tuning part alone.")
    ] = False,
) -> None:
    """Measure whether personal data is masked, and nothing else."""
    if failures and part != "tuning":
        raise typer.BadParameter("only of the tuning part", param_hint="--failures")
    found: list[Masking] = []
    cases: list[MaskingCase] = []
    with reported():
        settings = read_settings()
        if part == "numbers":
            result = {"part": part, **numbers_summary(published_numbers(settings.evaldata))}
        else:
            cases = read(FOLDER / f"{part}.jsonl", MaskingCase)
            own = own_numbers(Loader(settings.knowledge_dir))
            found = [masking(case, own) for case in cases]
            result = {"part": part, **summary(found)}
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    for table in tables(result):
        console.print(table)
    if failures:
        _list(cases, found)


def own_numbers(loader: Loader) -> frozenset[str]:
    """Telephone numbers and e-mail addresses of the contact records; needs no published state."""
    contacts = loader.load().content.contacts
    facts = ((contact.phone, contact.email) for contact in contacts)
    return frozenset(fact for both in facts for fact in both if fact is not None)


def tables(result: dict[str, Any]) -> list[Table]:
    """Recall by shape of the test numbers; or by kind and language, and false alarms."""
    title = f"{result['part']}: {result['n']}, 95 % intervals of Wilson"
    caption = f"recall of all: {share_of(result['recall'])}"
    if "by_shape" in result:
        return [_rows("shape", {"recall": result["by_shape"]}, title, caption)]
    lost = f"messages that lost words beside: {share_of(result['messages_that_lost_words'])}"
    alarms = f"messages without personal data: {share_of(result['false_alarm'])}"
    by_lang = {
        name: {lang: both[name] for lang, both in result["by_lang"].items()}
        for name in ("recall", "false_alarm")
    }
    return [
        _rows("kind", {"recall": result["by_kind"]}, title, f"{caption}\n{lost}"),
        _rows("language", by_lang),
        _rows("like", {"false_alarm": result["by_like"]}, None, alarms),
    ]


def _rows(
    field: str,
    columns: dict[str, dict[str, Any]],
    title: str | None = None,
    caption: str | None = None,
) -> Table:
    table = Table(field, *columns, title=title, caption=caption)
    for name in next(iter(columns.values())):
        table.add_row(name, *(share_of(column[name]) for column in columns.values()))
    return table


def _list(cases: list[MaskingCase], found: list[Masking]) -> None:
    texts = {case.id: case.text for case in cases}
    for one in found:
        if one.wrong or (one.told and not one.gone):
            console.print(
                f"{one.id} lost {one.lost}: {texts[one.id]}", markup=False, soft_wrap=True
            )
