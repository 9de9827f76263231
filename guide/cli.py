"""Commands: ask, serve, prepare, doctor."""

import socket
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from guide.errors import (
    KnowledgeMissing,
    ModelMissing,
    ModelPreparationError,
    StoreUnavailable,
)
from guide.model.answer import Answer
from guide.model.evidence import EvidenceLine
from guide.model.question import Question
from guide.model.terms import Audience
from guide.settings import PREFIX, Settings

app = typer.Typer(help="Ask the guide, or serve it.", no_args_is_help=True, add_completion=False)
console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)
EXPECTED = (KnowledgeMissing, ModelMissing, ModelPreparationError, StoreUnavailable)


def read_settings() -> Settings:
    """The settings, or an exit that names the wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = PREFIX + str(fault["loc"][0]).upper() if fault["loc"] else "settings"
            errors.print(f"{name}: {fault['msg']}", markup=False)
        raise typer.Exit(2) from error


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question in plain words.")],
    audience: Annotated[Audience, typer.Option(help="Who asks.")] = Audience.RESIDENT,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Answer one question."""
    from guide import wiring

    try:
        asked = Question(question=question, audience=audience)
    except ValidationError as error:
        errors.print(f"question: {error.errors()[0]['msg']}", markup=False)
        raise typer.Exit(2) from error
    try:
        answer = wiring.build_published(read_settings()).current().answer(asked)
    except EXPECTED as error:
        _fail(error)
    if as_json:
        typer.echo(answer.model_dump_json(by_alias=True, indent=2))
    else:
        _print(answer)


@app.command()
def serve() -> None:
    """Serve the API until stopped."""
    import uvicorn

    from guide import wiring
    from guide.api.app import create_app
    from guide.staff_token import staff_token

    settings = read_settings()
    _require_free(settings.host, settings.port)
    token = staff_token(settings.staff_token, settings.token_file)
    try:
        published = wiring.build_published(settings)
        published.current().probe()
    except EXPECTED as error:
        _fail(error)
    console.print(f"API: http://{settings.host}:{settings.port}")
    if settings.staff_token is None:
        console.print(f"Staff token: in the file {settings.token_file}", soft_wrap=True)
    uvicorn.run(
        create_app(
            published,
            wiring.build_synchronizer(settings),
            token,
            settings.max_body_bytes,
            changes=wiring.build_changes(settings),
        ),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
    )


@app.command()
def prepare() -> None:
    """Fetch the default embedding model and export the model for onnxruntime, once: for the search
    and, tuned, for the rules."""
    from guide import wiring

    try:
        folder = wiring.prepare_model(read_settings(), errors.print)
        reader = wiring.prepare_reader(read_settings(), errors.print)
    except ModelPreparationError as error:
        _fail(error)
    console.print(f"Model: {folder}", soft_wrap=True)
    if reader is not None:
        console.print(f"Model of the rules: {reader}", soft_wrap=True)


@app.command()
def doctor() -> None:
    """Check that everything the guide needs is there."""
    from guide.doctor import examine

    results = examine(read_settings())
    for result in results:
        mark = "[green]ok[/]  " if result.ok else "[red]FAIL[/]"
        console.print(f"{mark} {result.name}: {escape(result.detail)}", soft_wrap=True)
    if not all(result.ok for result in results):
        raise typer.Exit(1)


def _print(answer: Answer) -> None:
    for notice in answer.notices:
        numbers = ", ".join(f"{c.label} {c.phone or ''}".strip() for c in notice.contacts)
        console.print(f"[bold]{notice.code}[/] {escape(notice.text)}")
        if numbers:
            console.print(f"  {escape(numbers)}")
    for sentence in answer.sentences:
        marks = "".join(f"[{n}]" for n in sentence.cites)
        console.print(f"{escape(sentence.text)} {escape(marks)}")
    for service in answer.services:
        console.print(f"• [bold]{escape(service.name)}[/] ({service.status}, {service.needs_test})")
    for citation in answer.citations:
        lines = "; ".join(
            f"{e.title}, {e.as_of or 'undated'}{_place(e)}" for e in citation.evidence
        )
        console.print(f"[dim]{escape(f'[{citation.n}]')} {citation.passage_id}: {escape(lines)}[/]")


def _place(evidence: EvidenceLine) -> str:
    """Lines where the document has them, else the page."""
    if evidence.lines:
        return f", lines {evidence.lines}"
    return f", page {evidence.page}" if evidence.page else ""


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            errors.print(
                f"Port {port} on {host} cannot be used ({error.strerror}). Stop what uses it, "
                "or set GUIDE_PORT (and GUIDE_API_URL for the user interface).",
                soft_wrap=True,
            )
            raise typer.Exit(1) from error


def _fail(error: Exception) -> None:
    errors.print(str(error), style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1) from error
