"""The editor's commands: check, plan, run, import, schema."""

import datetime as dt
import json
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console

from guide.errors import ModelMissing, ModelPreparationError, StoreUnavailable, SyncFailed
from guide.model.knowledge import Content
from guide.model.terms import Audience
from guide.ports import Embedder
from guide.settings import Settings
from ingest.catches import Family
from ingest.check import check as check_folder
from ingest.document_passages import read_documents
from ingest.load import Loader
from ingest.problems import refuse_errors
from ingest.report import Report, print_lines, print_tables
from ingest.report import as_json as report_json
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
    config = settings()
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


@app.command()
def catches(
    family: Annotated[Family, typer.Option(help="Vilka regler.")] = "crisis",
    rule: Annotated[str | None, typer.Option(help="Bara den regel som heter så.")] = None,
) -> None:
    """Visa vilka vardagliga meddelanden som reglerna också fångar, med mönster eller likhet.

    Kör det när du har lagt till ett mönster eller ett exempel. Inget publiceras.
    """
    from ingest.catches import catches as caught
    from ingest.progress import progress

    config = settings()
    try:
        with progress(errors) as report_progress:
            found = list(caught(_content(config), config, family, report_progress))
    except (*EXPECTED, OSError) as error:
        _fail(error)
    shown = sorted(one for one in found if rule in (None, one.rule))
    for one in shown:
        console.print(f"{one.rule} ({one.how}): {one.text}", markup=False, soft_wrap=True)
    console.print(f"{len(shown)} vardagliga meddelanden fångas.")


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

    config = settings()
    record = {"id": source_id, "title": title, "as_of": year, "audience": audience, "url": url}
    try:
        with build_turn(config):
            done = import_document(file, record, config.knowledge_dir, config.documents_folder)
    except (NotImported, StoreUnavailable, OSError) as error:
        _fail(error)
    console.print(
        f"{done.passages} stycken under {done.headings} rubriker lästes. Filen ligger i "
        f"{done.copy}. Kör python -m ingest run, så går de att söka.",
        soft_wrap=True,
    )


@app.command()
def vectors() -> None:
    """Skriv de vektorer av exemplen som följer med förrådet, så att en ny maskin slipper räkna."""
    from guide.wiring import build_turn
    from ingest.learning import Teacher
    from ingest.progress import progress

    config = settings()
    content = _content(config)
    try:
        with build_turn(config), progress(errors) as report_progress:
            shipped = Teacher.from_settings(config).ship(content, report_progress)
    except (*EXPECTED, OSError) as error:
        _fail(error)
    for path, size in shipped.items():
        console.print(f"{path}: {size / 1e6:.1f} MB", soft_wrap=True)


@app.command()
def tune() -> None:
    """Träna om den modell som läser åt reglerna, med alla regelexempel; tar tio minuter.

    Behövs när många exempel har kommit till. Kör sedan vectors och run, och mät med evals.
    """
    from guide.wiring import TUNED
    from ingest.progress import progress
    from ingest.tune import tuned

    config = settings()
    content = _content(config)
    try:
        with progress(errors) as report_progress:
            tuned(content, config, report_progress).write(TUNED)
    except (*EXPECTED, OSError) as error:
        _fail(error)
    console.print(f"{TUNED}: {TUNED.stat().st_size / 1e6:.1f} MB", soft_wrap=True)


@app.command()
def schema(
    folder: Annotated[Path | None, typer.Argument(help="Mapp att skriva till.")] = None,
) -> None:
    """Skriv JSON Schema för redaktörens filer."""
    target = folder or settings().knowledge_dir / "schema"
    try:
        paths = export_schemas(target)
    except OSError as error:
        _cannot_write(target, error, "ange en annan mapp")
    for path in paths:
        console.print(str(path))


def _content(config: Settings) -> Content:
    """What editors wrote, or an exit that names every error in it."""
    loaded = Loader(config.knowledge_dir).load()
    try:
        refuse_errors(check_folder(loaded, config.documents_folder))
    except SyncFailed as error:
        _fail(error)
    return loaded.content


def _embedder(config: Settings) -> Embedder:
    from guide.wiring import build_embedder

    try:
        return build_embedder(config)
    except EXPECTED as error:
        _fail(error)


def _write_page(report: Report, path: Path) -> None:
    from ingest.report_page import page

    try:
        path.write_text(page(report), encoding="utf-8")
    except OSError as error:
        _cannot_write(path, error, "ange en annan fil med --html")


def _cannot_write(path: Path, error: OSError, remedy: str) -> NoReturn:
    message = f"{path} går inte att skriva ({error.strerror}); {remedy}."
    errors.print(message, style="red", markup=False, soft_wrap=True)
    raise typer.Exit(2) from error


def _fail(error: Exception) -> NoReturn:
    errors.print(str(error), style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1) from error
