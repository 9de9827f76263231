"""The table of a run as Markdown, and its place in the README."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.data_files import BadData
from evals.measured import DIFFERENCES, MAIN_METRIC, Estimate, Measured, Results, SetResult
from evals.runs import RESULTS, Summary
from guide.settings import PROJECT

README = PROJECT / "README.md"
COMMITTED = RESULTS / "retrieval.json"
START, END = "<!-- evals:retrieval -->", "<!-- /evals:retrieval -->"
TUNED_ON = frozenset({"own-tuning"})
"""Sets that weights may be chosen on are measured, and not reported."""
SHOWN_AS = {"zscore": "z-score 2:1"}
SERVICE_COLUMNS = (
    ("guide", "hit@1"),
    ("guide", "hit@5"),
    ("guide", "mrr@10"),
    ("fused", "hit@5"),
    ("dense", "hit@5"),
    ("lexical", "hit@5"),
)
CORPUS_COLUMNS = (
    ("fused", "ndcg@10"),
    ("dense", "ndcg@10"),
    ("lexical", "ndcg@10"),
    ("fused", "hit@1"),
    ("fused", "recall@5"),
    ("fused", "mrr@10"),
)
Row = tuple[str, Measured]
Columns = Sequence[tuple[str, str]]


def reportable(summary: Summary) -> Summary:
    """Without the sets that are tuned on."""
    sets = tuple(found for found in summary.results.sets if found.name not in TUNED_ON)
    return Summary(config=summary.config, results=Results(sets=sets, skipped={}))


def markdown(summary: Summary) -> str:
    """What stands between the README's markers; the same results give the same text."""
    sets = summary.results.sets
    services = [result for result in sets if result.kind == "services"]
    corpora = [result for result in sets if result.kind == "corpus"]
    parts = [_made_with(summary)]
    if services:
        parts.append(_table("questions to the guide", _service_rows(services), SERVICE_COLUMNS))
    if corpora:
        parts.append(_table("texts of other sets", _corpus_rows(corpora), CORPUS_COLUMNS))
    parts += [_gains(sets), _latencies(sets)]
    return "\n\n".join(parts)


def written_into(readme: str, table: str, start: str = START, end: str = END) -> str:
    """The README with the table between its markers.

    Raises:
        BadData: the markers are not there, once each and in order.
    """
    if readme.count(start) != 1 or readme.count(end) != 1:
        raise BadData(f"README.md: needs the lines {start} and {end}, once each")
    before, rest = readme.split(start)
    if end not in rest:
        raise BadData(f"README.md: {end} stands before {start}")
    return f"{before}{start}\n{table}\n{end}{rest.split(end)[1]}"


def between_markers(readme: str, start: str = START, end: str = END) -> str:
    """What stands there now."""
    return readme.split(start)[1].split(end)[0].strip("\n")


def write(readme: Path, table: str, start: str = START, end: str = END) -> None:
    """Puts the table into the file. Raises as `written_into`."""
    try:
        text = readme.read_text(encoding="utf-8")
    except OSError as error:
        raise BadData(f"{readme} cannot be read: {error.strerror}") from error
    write_text(readme, written_into(text, table, start, end))


def write_text(path: Path, text: str) -> None:
    """Writes the file.

    Raises:
        BadData: it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadData(f"{path} cannot be written: {error.strerror}") from error


def _made_with(summary: Summary) -> str:
    config = summary.config
    return (
        f"Knowledge `{config.knowledge}` ({config.passages['entries']} passages of entries), "
        f"model `{config.embedder}`. Means with 95 % bootstrap intervals."
    )


def _service_rows(sets: Iterable[SetResult]) -> Iterable[Row]:
    for result in sets:
        yield result.name, result.all
        if result.name.startswith("own-"):
            for field in ("audience", "lang", "kind"):
                for value, found in result.groups[field].items():
                    yield f"– {field} {value}", found


def _corpus_rows(sets: Iterable[SetResult]) -> Iterable[Row]:
    for result in sets:
        yield _whole(result)
        for value, found in result.groups.get("lang", {}).items():
            yield f"– lang {value}", found


def _whole(result: SetResult) -> Row:
    """Where a set has parts, the one for tuning is left out."""
    parts = result.groups.get("part", {})
    if "reporting" in parts:
        return f"{result.name} (reporting part)", parts["reporting"]
    return result.name, result.all


def _table(title: str, rows: Iterable[Row], columns: Columns) -> str:
    heads = [title, "n", *(f"{leg} {metric}" for leg, metric in columns)]
    lines = [_line(heads), _line(["---", "---:", *("---:" for _ in columns)])]
    for name, found in rows:
        cells = (_cell(found.legs[leg][metric]) for leg, metric in columns)
        lines.append(_line([name, str(found.n), *cells]))
    return "\n".join(lines)


def _gains(sets: Iterable[SetResult]) -> str:
    """What fusing brings over the dense leg alone, and fusing and the guide over the baseline."""
    pairs = [f"{first} - {second}" for first, second in DIFFERENCES]
    rows = []
    for result in sets:
        metric = MAIN_METRIC[result.kind]
        name, found = _whole(result)
        known = (found.differences.get(pair) for pair in pairs)
        values = ("" if pair is None else _signed(pair[metric]) for pair in known)
        rows.append(_line([f"{name} {metric}", *values]))
    heads = ["paired difference", *(f"{a} − {SHOWN_AS.get(b, b)}" for a, b in DIFFERENCES)]
    return "\n".join([_line(heads), _line(["---", *("---:" for _ in pairs)]), *rows])


def _latencies(sets: Iterable[SetResult]) -> str:
    """Milliseconds of each step for one question, as measured in this run on its machine."""
    results = tuple(sets)
    steps = tuple(dict.fromkeys(step for result in results for step in result.latency))
    lines = [
        _line(["ms a question, median (p95)", *steps]),
        _line(["---", *("---:" for _ in steps)]),
    ]
    for result in results:
        found = (result.latency.get(step) for step in steps)
        cells = ("" if one is None else f"{one['median']:.1f} ({one['p95']:.1f})" for one in found)
        lines.append(_line([result.name, *cells]))
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Estimate) -> str:
    return f"{value.value:.2f} ({value.low:.2f}–{value.high:.2f})"


def _signed(value: Estimate) -> str:
    return f"{value.value:+.3f} ({value.low:+.3f} to {value.high:+.3f})"
