"""The command that asks questions of the guide with a chat model, and says what became of them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from rich.table import Table

from evals.chat_settings import chat_settings
from evals.chosen_cases import QUESTIONS, chosen_cases
from evals.data_files import AnswerCase
from evals.report import write_text
from evals.runs import RESULTS
from evals.terminal import progress_bar, reported, show
from guide.composing.writing import Composer, Report, Task, Writing
from guide.errors import ModelMissing
from guide.model.question import Question
from guide.settings import Settings

TABLE = RESULTS / "chat.md"
ANSWERED_IN = ("sv", "en")
HEAD = """# What becomes of a chat model's sentences

Written by `python -m evals chat`. *Proposed* are the lines of the model's first try,
*held* those that were verified, also after the one retry; *stopped by* counts the lines of both.
Questions where rules speak first, or in a language without a prompt, are not put to the model:
nothing is proposed, and the last column is empty."""


class Asked(NamedTuple):
    """A question and what became of it."""

    id: str
    lang: str
    report: Report


class Watched:
    """A composer whose last writing can be looked at afterwards."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self.last: Writing | None = None

    def write(self, task: Task) -> Writing:
        self.last = self._composer.write(task)
        return self.last


def chat(
    questions: Annotated[list[Path] | None, typer.Option(help="Lines as for answers.")] = None,
    among: Annotated[
        Path | None, typer.Option(help="Ask those alone whose id is in this file of lines.")
    ] = None,
    local: Annotated[
        bool, typer.Option("--local", help="Serve a small model here instead of the settings'.")
    ] = False,
    lang: Annotated[list[str] | None, typer.Option(help="Languages; else sv and en.")] = None,
    every: Annotated[int, typer.Option(min=1, help="Ask each nth question alone.")] = 1,
    out: Annotated[Path | None, typer.Option(help="Markdown file to write.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ask questions with the chat model, and show what was proposed, kept, stopped, and by what."""
    with reported(), progress_bar() as progress:
        wanted = tuple(lang or ANSWERED_IN)
        chosen = chosen_cases(questions or [QUESTIONS], among)
        cases = [case for case in chosen if case.lang in wanted][::every]
        with chat_settings(local) as settings:
            found = []
            for done, asked in enumerate(_asked(settings, cases), 1):
                found.append(asked)
                progress("questions", done, len(cases))
        result = summary(settings.chat_model or "", found)
        if out is not None:
            write_text(out, page(result))
    show(result, as_json, table)


def _asked(settings: Settings, cases: list[AnswerCase]) -> Iterator[Asked]:
    from guide import chat_wiring, wiring

    embedder = wiring.build_embedder(settings)
    reader = wiring.build_reader(settings, embedder)
    catalogue = wiring.build_published(_without_model(settings)).current().catalogue
    composer = chat_wiring.build_composer(settings, catalogue, embedder)
    if composer is None:
        raise ModelMissing("the chat model cannot be loaded; run: python -m guide doctor")
    watched = Watched(composer)
    store = wiring.build_store(settings, embedder)
    guide = wiring.build_guide(catalogue, embedder, store, settings.measured_fit, reader, watched)
    for case in cases:
        guide.answer(Question(question=case.question, audience=case.audience))
        report = Report() if watched.last is None else watched.last.report
        yield Asked(case.id, case.lang, report)


def _without_model(settings: Settings) -> Settings:
    return settings.model_copy(update={"chat_model": None, "chat_base_url": None})


def summary(model: str, found: list[Asked]) -> dict[str, Any]:
    """Each question and the sums, ready for JSON."""
    faults = sum((Counter(dict(one.report.faults)) for one in found), Counter[str]())
    return {
        "model": model,
        "n": len(found),
        "by_model": sum(one.report.by == "model" for one in found),
        "proposed": sum(one.report.proposed for one in found),
        "held": sum(one.report.held for one in found),
        "faults": dict(faults.most_common()),
        "questions": [
            {"id": one.id, "lang": one.lang, "by": one.report.by, "ended": one.report.ended,
             "proposed": one.report.proposed, "held": one.report.held,
             "faults": dict(one.report.faults)}
            for one in found
        ],
    }  # fmt: skip


def table(result: dict[str, Any]) -> Table:
    """A row for each question."""
    title = f"{result['model']}: {result['by_model']} of {result['n']} answers by the model"
    made = Table("question", "language", "proposed", "held", "stopped by", "composer", "ended",
                 title=title)  # fmt: skip
    for cells in _rows(result):
        made.add_row(*cells)
    return made


def page(result: dict[str, Any]) -> str:
    """The table in Markdown."""
    heads = ["question", "language", "proposed", "held", "stopped by", "composer", "ended"]
    lines = [heads, ["---"] * len(heads), *_rows(result)]
    made = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    said = (
        f"{result['model']}: {result['proposed']} lines proposed, {result['held']} held, "
        f"{result['by_model']} of {result['n']} answers by the model."
    )
    return f"{HEAD}\n\n{said}\n\n{made}\n"


def _rows(result: dict[str, Any]) -> Iterator[list[str]]:
    for one in result["questions"]:
        faults = ", ".join(f"{kind} {n}" for kind, n in one["faults"].items())
        yield [one["id"], one["lang"], str(one["proposed"]), str(one["held"]), faults, one["by"],
               one["ended"]]  # fmt: skip
