"""Judges made by hand: scripts for a server that speaks as a model would, results and readers."""

import re
from collections.abc import Sequence

from evals.model_judge.reply import Claim, Reply
from evals.model_judge.result import Judged, JudgeResult, JudgeRun
from evals.model_judge.rubric import Label, Pin
from tests.chat_server import Handler, Script, says

PIN = Pin(model="scripted", rubric_version=1, rubric_digest="0123456789ab", shown=1, runs=3)
_SENTENCE = re.compile(r"^SENTENCE (\d+): (.*?) (?:\[\d+\])+$", re.MULTILINE)
_ORDER = re.compile(r"in this order: ([\d, ]+)\.")


def judges(label: str, verdict: str = "holds") -> Script:
    """A judge who does as it is told: a verdict on each sentence in the order that was asked for,
    with the whole sentence as its quote."""

    def script(handler: Handler) -> None:
        told = handler.asked[-1]["messages"][1]["content"]
        texts = dict(_SENTENCE.findall(told))
        order = _ORDER.search(told)
        numbers = order[1].split(", ") if order else []
        lines = [f"{n}: {verdict} «{texts[n]}»\n" for n in numbers]
        says(*lines, f"LABEL: {label}")(handler)

    return script


def labels_of(counts: dict[Label, int]) -> list[Label]:
    """So many of each, in this order."""
    return [label for label, n in counts.items() for _ in range(n)]


def read_run(label: Label, *claims: Claim) -> JudgeRun:
    """A run that was read."""
    return JudgeRun(ended="read", reply=Reply(label=label, claims=claims))


def a_claim(sentence: int = 1, verdict: str = "holds", stands: bool = True) -> Claim:
    return Claim.model_validate(
        {"sentence": sentence, "verdict": verdict, "quote": "råd till vuxna", "stands": stands}
    )


def judged(name: str, *runs: Label | JudgeRun, sentences: int = 0) -> Judged:
    """An answer with these labels or runs."""
    made = tuple(run if isinstance(run, JudgeRun) else read_run(run) for run in runs)
    return Judged(id=name, audience="resident", lang="sv", sentences=sentences, runs=made)


def a_result(labels: Sequence[Label], pin: Pin = PIN) -> JudgeResult:
    """Questions q0, q1, …, each with one label in all runs."""
    found = tuple(judged(f"q{n}", *[label] * pin.runs) for n, label in enumerate(labels))
    return JudgeResult(pin=pin, knowledge_version="k", questions=found)


def a_reader(labels: Sequence[Label]) -> dict[str, Label]:
    """The labels of q0, q1, …"""
    return {f"q{n}": label for n, label in enumerate(labels)}
