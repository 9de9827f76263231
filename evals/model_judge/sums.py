"""What a judge's word comes to: how far it agrees with itself, and with readers."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from evals.measured import Estimate, estimate
from evals.model_judge.agreement import Agreement, Pair, alpha, kappa, resampled
from evals.model_judge.readers import Readers
from evals.model_judge.result import Judged
from evals.model_judge.rubric import LABELS, VERDICTS
from guide.model.value import Value


class OwnVariance(Value):
    """`unanimous`: share of all questions where every run was read and gave one label. `alpha`:
    Krippendorff's, over the labels that were read."""

    unanimous: Estimate
    alpha: Agreement


class Claims(Value):
    """Verdicts on sentences over all runs that were read. `discarded`: its quote stands nowhere.
    `unjudged`: sentences without a verdict. `alpha` is over verdicts whose quote stands."""

    kept: dict[str, int]
    discarded: int
    unjudged: int
    alpha: Agreement

    @property
    def given(self) -> int:
        return sum(self.kept.values()) + self.discarded


class WithReader(Value):
    """Two who labelled the same questions. `exact`: share with equal labels, an undecided one
    being unequal; None where there is no question that both have. `kappa`: linear weights, over
    those where both decided."""

    exact: Estimate | None
    kappa: Agreement


class Sums(Value):
    """All figures of a result. `readers` is the judge beside each reader, `between` the readers
    beside each other, over all that both read."""

    questions: int
    runs: dict[str, int]
    labels: dict[str, int]
    undecided: int
    own: OwnVariance
    claims: Claims
    readers: dict[str, WithReader]
    between: dict[str, WithReader]


def summed(questions: Sequence[Judged], readers: Readers) -> Sums:
    """The figures; at least one question."""
    labels: dict[str, str | None] = {one.id: one.label for one in questions}
    ended = Counter(run.ended for one in questions for run in one.runs)
    settled = Counter(labels.values())
    return Sums(
        questions=len(questions),
        runs={"read": ended["read"], "unreadable": ended["unreadable"],
              "no reply": ended["no reply"]},
        labels={label: settled[label] for label in LABELS},
        undecided=settled[None],
        own=_own(questions),
        claims=_claims(questions),
        readers={name: beside(labels, said) for name, said in sorted(readers.items())},
        between={
            f"{a} and {b}": beside(readers[a], readers[b])
            for a, b in itertools.combinations(sorted(readers), 2)
        },
    )  # fmt: skip


def beside(first: Mapping[str, str | None], second: Mapping[str, str | None]) -> WithReader:
    """Two labellings, over the questions of both."""
    both = [(first[one], second[one]) for one in first if one in second]
    decided: list[Pair] = [(a, b) for a, b in both if a is not None and b is not None]
    equal = [float(a == b and a is not None) for a, b in both]
    return WithReader(
        exact=estimate(equal) if equal else None,
        kappa=resampled(decided, lambda pairs: kappa(pairs, LABELS)),
    )


def _own(questions: Sequence[Judged]) -> OwnVariance:
    units = [[run.label for run in one.runs if run.label] for one in questions]
    return OwnVariance(
        unanimous=estimate([float(one.unanimous) for one in questions]),
        alpha=resampled([unit for unit in units if len(unit) > 1], alpha),
    )


def _claims(questions: Sequence[Judged]) -> Claims:
    given = [claim for one in questions for run in one.runs for claim in run.claims]
    asked = sum(one.sentences for one in questions for run in one.runs if run.ended == "read")
    kept = Counter(claim.verdict for claim in given if claim.stands)
    units = [unit for one in questions for unit in _verdicts(one) if len(unit) > 1]
    return Claims(
        kept={verdict: kept[verdict] for verdict in VERDICTS},
        discarded=sum(not claim.stands for claim in given),
        unjudged=asked - len(given),
        alpha=resampled(units, alpha),
    )


def _verdicts(one: Judged) -> list[list[str]]:
    """The runs' verdicts on each sentence."""
    claims = [claim for run in one.runs for claim in run.claims if claim.stands]
    return [
        [claim.verdict for claim in claims if claim.sentence == number]
        for number in range(1, one.sentences + 1)
    ]
