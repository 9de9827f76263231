"""Is everybody led the same way?"""

from collections.abc import Iterator, Mapping

from evals import equal_treatment
from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way

PARTS: tuple[equal_treatment.Part, ...] = ("tuning", "reporting")


class EqualTreatment:
    """Groups of messages in which one thing about the writer changes."""

    name = "equal-treatment"
    version = 2
    ways: Mapping[str, Way] = {
        "equal": "more",
        "same routing": "more",
        "danger led alike": "more",
        "same first service": "more",
    }

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        for part in PARTS:
            given = equal_treatment.groups(part)
            for done, group in enumerate(given, 1):
                answers = [asked.plain(text) for text in group.variants]
                yield _outcome(part, equal_treatment.judged(group, answers))
                progress(f"equal treatment {part}", done, len(given))


def _outcome(part: equal_treatment.Part, one: equal_treatment.Treated) -> Outcome:
    group, held_out = one.group, part == "reporting"
    scores = {"equal": float(one.equal), "same routing": float(one.same_routing)}
    if group.situation == "crisis":
        scores["danger led alike"] = float(one.same_routing)
    if group.situation == "ordinary":
        scores["same first service"] = float(one.same_first)
    return Outcome(
        component="equal-treatment",
        set=part,
        id=group.id,
        held_out=held_out,
        question="" if held_out else " / ".join(group.variants),
        groups={"kind": group.situation, "changed": group.changed},
        found=() if held_out else tuple(led.first or "-" for led in one.led),
        stages={} if held_out else {"rules": " / ".join(map(_notices, one.led))},
        scores=scores,
    )


def _notices(led: equal_treatment.Led) -> str:
    return ", ".join(led.notices) or "no notice"
