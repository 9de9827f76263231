"""The editor's commands: check, plan, run, schema."""

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from guide.errors import ModelMissing, ModelPreparationError, StoreUnavailable, SyncFailed
from guide.model.terms import Audience
from guide.settings import Settings
from ingest.check import check as check_folder
from ingest.load import Loaded, Loader
from ingest.problems import Problem, Severity
from ingest.schema import export_schemas

app = typer.Typer(help="Gör kunskapen sökbar.", no_args_is_help=True, add_completion=False)
console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)
EXPECTED = (SyncFailed, StoreUnavailable, ModelMissing, ModelPreparationError)


def settings() -> Settings:
    """The settings, or an exit that names the wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = ".".join(map(str, fault["loc"])) or "GUIDE_"
            errors.print(f"Fel inställning {name}: {fault['msg']}", markup=False, soft_wrap=True)
        raise typer.Exit(2) from error


@app.command()
def check(
    strict: Annotated[bool, typer.Option(help="Varningar räknas som fel.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv JSON.")] = False,
) -> None:
    """Kontrollera kunskapen; skriver fil, rad, fält och vad som ska göras."""
    config = settings()
    loaded = Loader(config.knowledge_dir).load()
    problems = check_folder(loaded, config.documents)
    if as_json:
        typer.echo(json.dumps([p.model_dump(mode="json") for p in problems], ensure_ascii=False))
    else:
        _print_problems(loaded, problems, config.documents)
    if any(strict or p.severity is Severity.ERROR for p in problems):
        raise typer.Exit(1)


@app.command()
def plan(as_json: Annotated[bool, typer.Option("--json", help="Skriv JSON.")] = False) -> None:
    """Visa vad en körning skulle lägga till och ta bort, utan att ändra något."""
    from ingest.sync import Sync

    try:
        planned = Sync.from_settings(settings()).plan()
    except EXPECTED as error:
        _fail(error)
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

    config = settings()
    try:
        with progress(errors) as report_progress:
            report = Sync.from_settings(config).run(report_progress)
    except EXPECTED as error:
        _fail(error)
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
    from ingest.import_document import NotImported, import_document

    config = settings()
    record = {"id": source_id, "title": title, "as_of": year, "audience": audience, "url": url}
    try:
        done = import_document(file, record, config.knowledge_dir, config.documents_folder)
    except (NotImported, OSError) as error:
        _fail(error)
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
    for path in export_schemas(folder or settings().knowledge_dir / "schema"):
        console.print(str(path))


def _print_problems(loaded: Loaded, problems: tuple[Problem, ...], documents: Path | None) -> None:
    for problem in problems:
        style = "red" if problem.severity is Severity.ERROR else "yellow"
        console.print(str(problem), style=style, markup=False, soft_wrap=True)
    if documents is None:
        console.print("Ankare slogs inte upp: GUIDE_DOCUMENTS är inte satt.")
    wrong = sum(p.severity is Severity.ERROR for p in problems)
    console.print(
        f"{len(loaded.content.services)} poster, {wrong} fel, {len(problems) - wrong} varningar."
    )


def _fail(error: Exception) -> None:
    errors.print(str(error), style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1) from error
