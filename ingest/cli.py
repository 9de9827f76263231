"""The editor's commands: check, plan, run, import, schema; those about examples are joined."""

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import typer

from guide.errors import StoreUnavailable
from guide.model.terms import Audience
from guide.ports import Embedder
from guide.settings import Settings
from ingest.check import check as check_folder
from ingest.document_passages import read_documents
from ingest.example_commands import catches, tune, vectors
from ingest.load import Loader
from ingest.report import Report, print_lines, print_tables
from ingest.report import as_json as report_json
from ingest.schema import export_schemas
from ingest.terminal import EXPECTED, cannot_write, console, errors, fail, read_settings

app = typer.Typer(help="Gör kunskapen sökbar.", no_args_is_help=True, add_completion=False)


@app.command()
def check(
    strict: Annotated[bool, typer.Option("--strict", help="Varningar räknas som fel.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Skriv en webbsida till filen.")] = None,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Jämför även frasernas betydelse; tar längre tid.")
    ] = False,
    today: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Dag som åldrar räknas från; annars i dag."),
    ] = None,
) -> None:
    """Kontrollera kunskapen; skriver fil, rad, fält och vad som ska göras.

    Slutar med 0 när inget fel finns, 1 vid fel (med --strict även vid varning), 2 vid fel bruk.
    """
    config = read_settings()
    loaded = Loader(config.knowledge_dir).load()
    embedder = _embedder(config) if meaning else None
    day = today.date() if today else dt.date.today()
    folder = config.documents_folder
    documents = read_documents(loaded.content.sources, folder)
    report = Report(
        entries=len(loaded.content.services),
        today=day,
        anchors_looked_up=folder.is_dir(),
        problems=(*check_folder(loaded, folder, day, embedder), *documents.problems),
    )
    if html is not None:
        _write_page(report, html)
    if as_json:
        typer.echo(report_json(report.problems))
    elif console.is_terminal:
        print_tables(report, console)
    else:
        print_lines(report, console)
    if report.errors or (strict and report.warnings):
        raise typer.Exit(1)


@app.command()
def plan(as_json: Annotated[bool, typer.Option("--json", help="Skriv JSON.")] = False) -> None:
    """Visa vad en körning skulle lägga till och ta bort, utan att ändra något."""
    from ingest.sync import Sync

    try:
        planned = Sync.from_settings(read_settings()).plan()
    except EXPECTED as error:
        fail(error)
    if as_json:
        typer.echo(json.dumps(planned.summary(), ensure_ascii=False))
    else:
        for name, value in planned.summary().items():
            console.print(f"{name}: {value}")


@app.command()
def run(as_json: Annotated[bool, typer.Option("--json", help="Skriv JSON.")] = False) -> None:
    """Gör det sökbara lika med kunskapsmappen: räkna in nytt, ta bort det som försvunnit."""
    from ingest.progress import progress
    from ingest.sync import Sync

    config = read_settings()
    try:
        with progress(errors) as report_progress:
            report = Sync.from_settings(config).run(report_progress)
    except EXPECTED as error:
        fail(error)
    if as_json:
        typer.echo(json.dumps(report._asdict()))
    else:
        console.print(
            f"Version {report.version}: {report.added} nya, {report.removed} borttagna, "
            f"{report.kept} oförändrade stycken."
        )


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="PDF, DOCX, HTML, Markdown eller text."),
    ],
    title: Annotated[str, typer.Option(help="Dokumentets namn, som svaren visar det.")],
    source_id: Annotated[str, typer.Option("--id", help="Kort id, till exempel plan-2026.")],
    year: Annotated[int | None, typer.Option(help="Året som uppgifterna gäller.")] = None,
    audience: Annotated[Audience, typer.Option(help="Vem som får svar ur det.")] = Audience.STAFF,
    url: Annotated[str | None, typer.Option(help="Adress där dokumentet finns.")] = None,
) -> None:
    """Ta in ett dokument: läs det, kopiera det till dokumentmappen och skriv dess källpost."""
    from guide.wiring import build_turn
    from ingest.import_document import NotImported, import_document

    config = read_settings()
    record = {"id": source_id, "title": title, "as_of": year, "audience": audience, "url": url}
    try:
        with build_turn(config):
            done = import_document(file, record, config.knowledge_dir, config.documents_folder)
    except (NotImported, StoreUnavailable, OSError) as error:
        fail(error)
    console.print(
        f"{done.passages} stycken under {done.headings} rubriker lästes. Filen ligger i "
        f"{done.copy}. Kör python -m ingest run, så går de att söka.",
        soft_wrap=True,
    )


@app.command()
def schema(
    folder: Annotated[Path | None, typer.Argument(help="Mapp att skriva till.")] = None,
) -> None:
    """Skriv JSON Schema för redaktörens filer."""
    target = folder or read_settings().knowledge_dir / "schema"
    try:
        paths = export_schemas(target)
    except OSError as error:
        cannot_write(target, error, "ange en annan mapp")
    for path in paths:
        console.print(str(path))


for command in (catches, vectors, tune):
    app.command()(command)


def _embedder(config: Settings) -> Embedder:
    from guide.wiring import build_embedder

    try:
        return build_embedder(config)
    except EXPECTED as error:
        fail(error)


def _write_page(report: Report, path: Path) -> None:
    from ingest.report_page import page

    try:
        path.write_text(page(report), encoding="utf-8")
    except OSError as error:
        cannot_write(path, error, "ange en annan fil med --html")
