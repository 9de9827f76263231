"""The command that has answers judged by the chat model, and the one that compares two results."""

from pathlib import Path
from typing import Annotated, Any

import typer

from evals.chat_settings import chat_settings
from evals.chosen_cases import QUESTIONS, chosen_cases
from evals.data_files import AnswerCase, BadData
from evals.model_judge.belief import believed
from evals.model_judge.judging import Judge
from evals.model_judge.kept import Kept, load, save
from evals.model_judge.notes import notes
from evals.model_judge.readers import READ, read_labels
from evals.model_judge.result import JudgeResult
from evals.model_judge.rubric import RUBRIC, Rubric, read_rubric
from evals.model_judge.sums import summed
from evals.model_judge.tables import belief_lines, result_tables
from evals.terminal import console, progress_bar, reported
from guide.errors import ChatFailed, ModelMissing
from guide.settings import Settings

MOST_RUNS = 12
LOCAL_SECONDS = 180.0
"""A small model on a processor reads long prompts slowly."""
judge_app = typer.Typer(invoke_without_command=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Labels = Annotated[Path, typer.Option(help="Readers' labels: lines {id, reader, label}.")]
Result = Annotated[Path, typer.Argument(help="File that --out wrote.")]


@judge_app.callback()
def judge_answers(
    ctx: typer.Context,
    questions: Annotated[list[Path] | None, typer.Option(help="Lines as for answers.")] = None,
    among: Annotated[
        Path | None, typer.Option(help="Judge those alone whose id is in this file of lines.")
    ] = None,
    every: Annotated[int, typer.Option(min=1, help="Judge each nth question alone.")] = 1,
    runs: Annotated[int, typer.Option(min=2, max=MOST_RUNS, help="Runs over each answer.")] = 3,
    local: Annotated[
        bool, typer.Option("--local", help="Serve a small model here instead of the settings'.")
    ] = False,
    rubric: Annotated[Path, typer.Option(help="What the judge is told.")] = RUBRIC,
    labels: Labels = READ,
    out: Annotated[Path | None, typer.Option(help="JSON file to write, for compare.")] = None,
    as_json: Json = False,
) -> None:
    """Have the chat model judge the guide's answers, several times each, claim by claim.

    Its agreement with itself and with readers is shown beside. Never the only evidence.
    """
    if ctx.invoked_subcommand is not None:
        return
    with reported(), progress_bar() as progress:
        if out is not None and not out.parent.is_dir():
            raise BadData(f"{out}: there is no folder {out.parent}; make it first")
        told, readers = read_rubric(rubric), read_labels(labels)
        cases = chosen_cases(questions or [QUESTIONS], among)[::every]
        if not cases:
            raise BadData(f"{among}: names no question of the files")
        with chat_settings(local) as settings:
            result = _judged(_patient(settings, local), told, runs, cases, progress)
        kept = Kept.of(result, summed(result.questions, readers), notes(labels))
        if out is not None:
            save(out, kept)
    if as_json:
        typer.echo(kept.model_dump_json())
        return
    for part in result_tables(kept):
        console.print(part)


@judge_app.command(name="compare")
def compare_results(
    first: Result, second: Result, labels: Labels = READ, as_json: Json = False
) -> None:
    """Show what the second result has better and worse, if the judge may be believed; else why
    not, with exit status 1."""
    with reported():
        found = believed(load(first), load(second), read_labels(labels), notes(labels))
    if as_json:
        typer.echo(found.model_dump_json())
    else:
        for part in belief_lines(found):
            console.print(part)
    if found.faults:
        raise typer.Exit(1)


def _patient(settings: Settings, local: bool) -> Settings:
    seconds = max(settings.chat_seconds, LOCAL_SECONDS) if local else settings.chat_seconds
    return settings.model_copy(update={"chat_seconds": seconds})


def _judged(
    settings: Settings, rubric: Rubric, runs: int, cases: list[AnswerCase], progress: Any
) -> JudgeResult:
    from evals.components.asked import Asked
    from guide import chat_wiring

    model = chat_wiring.build_chat_model(settings)
    if model is None:
        raise ModelMissing("no chat model is set; set GUIDE_CHAT_MODEL, or add --local")
    try:
        model.load()
    except ChatFailed as error:
        raise ModelMissing(f"{error}; run: python -m guide doctor") from error
    asked = Asked.published(settings)
    judge = Judge(model, rubric, runs, settings.chat_seconds)
    found = []
    for done, one in enumerate(judge.judged(cases, asked.guide), 1):
        found.append(one)
        progress("answers", done, len(cases))
    return JudgeResult(
        pin=judge.pin,
        knowledge_version=asked.catalogue.knowledge.version,
        questions=tuple(found),
    )
