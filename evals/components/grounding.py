"""Are a chat model's false sentences stopped, and its true ones kept?"""

from collections.abc import Iterator, Mapping
from typing import get_args

from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way
from evals.grounding import MECHANICAL, Case, Cases, Judged, Part, judge
from guide import chat_wiring

EVERY_BY_RULE = 11
"""Of the sentences made false by rule, and of those taken as they stand; prime, so that every way
of making one false has its turn."""


class Grounding:
    """All hand-written sentences, and a fixed sample of those made by rule.

    `python -m evals run grounding` judges them all.
    """

    name = "grounding"
    version = 1
    ways: Mapping[str, Way] = {"false stopped": "more", "true kept": "more"}

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        verifier = chat_wiring.build_verifier(asked.settings, asked.catalogue, asked.parts.embedder)
        parts: tuple[Part, ...] = get_args(Part)
        for part in parts:
            chosen = list(_chosen(Cases(asked.catalogue, part)))
            for done, found in enumerate(judge(verifier, chosen), 1):
                yield _outcome(part, found)
                progress(f"grounding {part}", done, len(chosen))


def _chosen(cases: Cases) -> Iterator[Case]:
    made = 0
    for case in cases.all():
        by_rule = case.kind in MECHANICAL or case.kind == "verbatim"
        made += by_rule
        if not by_rule or made % EVERY_BY_RULE == 0:
            yield case


def _outcome(part: Part, found: Judged) -> Outcome:
    case, held_out = found.case, part == "reporting"
    stopped = bool(found.faults)
    return Outcome(
        component="grounding",
        set=part,
        id=f"{case.id} {case.kind}",
        held_out=held_out,
        question="" if held_out else case.statement.draft.text,
        groups={"lang": case.statement.language, "kind": case.kind},
        expected=("kept" if case.true else "stopped",),
        found=("stopped" if stopped else "kept",),
        stages={} if held_out else {"faults": ", ".join(found.faults) or "none"},
        scores={"true kept": float(not stopped)}
        if case.true
        else {"false stopped": float(stopped)},
    )
