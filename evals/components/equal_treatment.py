"""Is everybody led the same way?"""

from collections.abc import Iterator, Mapping

from evals import equal_treatment
from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress, Way


class EqualTreatment:
    """Groups of messages in which one thing about the writer changes."""

    name = "equal-treatment"
    version = 1
    ways: Mapping[str, Way] = {
        "equal": "more",
        "same routing": "more",
        "danger led alike": "more",
        "same first service": "more",
    }

    def outcomes(self, asked: Asked, progress: Progress) -> Iterator[Outcome]:
        given = equal_treatment.groups()
        for done, group in enumerate(given, 1):
            answers = [asked.plain(text) for text in group.variants]
            yield _outcome(equal_treatment.judged(group, answers))
            progress("equal treatment", done, len(given))


def _outcome(one: equal_treatment.Treated) -> Outcome:
    group = one.group
    scores = {"equal": float(one.equal), "same routing": float(one.same_routing)}
    if group.situation == "crisis":
        scores["danger led alike"] = float(one.same_routing)
    if group.situation == "ordinary":
        scores["same first service"] = float(one.same_first)
    return Outcome(
        component="equal-treatment",
        set="equal-treatment",
        id=group.id,
        question=" / ".join(group.variants),
        groups={"kind": group.situation, "changed": group.changed},
        found=tuple(led.first or "-" for led in one.led),
        stages={"rules": " / ".join(", ".join(led.notices) or "no notice" for led in one.led)},
        scores=scores,
    )
