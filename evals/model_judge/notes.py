"""What stands beside every figure of a judge."""

from pathlib import Path

from evals.model_judge.readers import READ

EARLIER = (
    "The readers' labels are of earlier answers, before what they found was mended, so agreement "
    "with them is a lower bound. The readers were two language models with the written rubric: no "
    "person has read the answers yet, so this is no agreement with people."
)
NEVER_ALONE = "Never the only evidence: read the changed answers, and see the other measures."


def notes(labels: Path) -> tuple[str, ...]:
    """Those that apply where these labels are compared with."""
    own = labels.resolve() == READ.resolve()
    return (EARLIER, NEVER_ALONE) if own else (NEVER_ALONE,)
