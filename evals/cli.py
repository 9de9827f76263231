"""Commands: retrieval, answers, engine, ablation, chat, judge; run, compare, report, accept."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from evals.answers import ask, judge, summary
from evals.chat_command import chat
from evals.data_files import AnswerCase, Document, Query, read
from evals.model_judge.judge_command import judge_app
from evals.report import write_text
from evals.retrieval import RetrievalEval
from evals.run_commands import compare, report, run
from evals.runs import RESULTS
from evals.sets import own_sets
from evals.suite.suite_command import accept, prepare_english
from evals.terminal import progress_bar, reported, show
from guide.cli import read_settings

ABLATION = RESULTS / "ablation.md"
app = typer.Typer(help="Measure the guide.", no_args_is_help=True, add_completion=False)
app.add_typer(run, name="run")
app.add_typer(judge_app, name="judge")
app.command()(compare)
app.command()(report)
app.command()(chat)
app.command()(accept)
app.command(name="english-chain")(prepare_english)


@app.command()
def retrieval(
    corpus: Annotated[Path, typer.Option(help="Lines {id, title?, text}.")],
    queries: Annotated[Path, typer.Option(help="Lines {id, text, relevant: [id]}.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Index a corpus in a scratch store through the real pipeline and measure each leg."""
    from guide import wiring

    with reported(), progress_bar() as progress:
        documents, questions = read(corpus, Document), read(queries, Query)
        embedder = wiring.build_embedder(read_settings())
        run = RetrievalEval(
            embedder,
            wiring.build_scratch_store(embedder),
            wiring.build_indexer(),
            wiring.build_splitter(),
            progress,
        )
        result = run.run(documents, questions)
    show(result, as_json, _legs_table)


@app.command()
def answers(
    questions: Annotated[Path, typer.Option(help="Lines as the contract says.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ask every question of the published guide and judge where the answers lead."""
    from guide import wiring

    with reported(), progress_bar() as progress:
        cases = read(questions, AnswerCase)
        guide = wiring.build_published(read_settings()).current()
        verdicts = []
        for done, case in enumerate(cases, 1):
            verdicts.append(judge(case, ask(guide, case)))
            progress("questions", done, len(cases))
        result = summary(verdicts)
    show(result, as_json, _cases_table)


@app.command()
def engine(
    passages: Annotated[int, typer.Option(min=1, help="How many passages to embed.")] = 300,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure both embedding engines over the own questions and the knowledge's passages."""
    from evals.engine import compare as compared
    from evals.engine import own_texts

    with reported():
        result = compared(*own_texts(read_settings(), passages))
    show(result, as_json, _engines_table)


@app.command()
def ablation(
    out: Annotated[Path, typer.Option(help="Markdown file to write.")] = ABLATION,
) -> None:
    """Measure what each part of the ranking is worth on the own questions, and write a table."""
    from evals.ablation import Ablation, page

    with reported(), progress_bar() as progress:
        written = page(Ablation(read_settings(), progress).rows(own_sets()))
        write_text(out, written)
    typer.echo(written)


def _legs_table(result: dict[str, Any]) -> Table:
    names = list(result["legs"]["fused"])
    table = Table("leg", *names, title=f"{result['n']} queries, 95 % intervals")
    for leg, values in result["legs"].items():
        cells = []
        for name in names:
            low, high = result["intervals"][leg][name]
            cells.append(f"{values[name]:.3f} ({low:.2f}–{high:.2f})")
        table.add_row(leg, *cells)
    return table


def _engines_table(result: dict[str, Any]) -> Table:
    alike = ", ".join(f"{name} {value:.4f}" for name, value in result["agreement"].items())
    table = Table("engine", *result["engines"], caption=alike)
    for name in next(iter(result["engines"].values())):
        table.add_row(name, *(f"{found[name]:.4g}" for found in result["engines"].values()))
    return table


def _cases_table(result: dict[str, Any]) -> Table:
    low, high = result["interval"]
    title = f"{result['passed']:.1%} of {result['n']} passed ({low:.0%}–{high:.0%})"
    table = Table("case", "kind", "missing", "wrong", "services", title=title)
    for case in result["cases"]:
        if not case["passed"]:
            missing = [*case["missing_notices"], *case["names_missing"]]
            table.add_row(
                case["id"],
                case["kind"],
                ", ".join(missing),
                ", ".join(case["wrong_notices"]),
                ", ".join(case["services"]),
            )
    return table
