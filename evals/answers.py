"""Do answers lead where they must? The contract's rule, case by case."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from evals.data_files import AnswerCase
from evals.metrics import interval
from guide.answering import Guide
from guide.model.answer import Answer, Card
from guide.model.question import Question
from guide.model.status import NoticeCode
from guide.model.value import Value

GUARDED = frozenset(
    {
        NoticeCode.CRISIS,
        NoticeCode.REFUSE_DECISION,
        NoticeCode.OUT_OF_SCOPE,
        NoticeCode.CORRECT_PREMISE,
        NoticeCode.MAINTENANCE,
    }
)
"""Notices that do harm where they are neither expected nor allowed."""
FIRST = 5
_CODES = frozenset(NoticeCode)


class Verdict(Value):
    """How one case went, and why."""

    id: str
    kind: str
    audience: str
    lang: str
    passed: bool
    missing_notices: tuple[str, ...]
    wrong_notices: tuple[str, ...]
    names_found: tuple[str, ...]
    names_missing: tuple[str, ...]
    services: tuple[str, ...]
    status: str


def judge(case: AnswerCase, answer: Answer) -> Verdict:
    """A case passes when every expected notice is there, no guarded notice is there that is
    neither expected nor allowed, and at least one expected service (kind `multi_problem`: half)
    is among the first five cards or in a notice's contacts."""
    codes = {notice.code for notice in answer.notices}
    wanted_codes = {NoticeCode(name) for name in case.expected if name in _CODES}
    names = [name for name in case.expected if name not in _CODES]
    shown = _shown(answer)
    found = tuple(name for name in names if name.casefold() in shown)
    needed = math.ceil(len(names) / 2) if case.kind == "multi_problem" else min(1, len(names))
    missing = wanted_codes - codes
    wrong = (codes & GUARDED) - wanted_codes - set(case.allowed)
    return Verdict(
        id=case.id,
        kind=case.kind,
        audience=case.audience,
        lang=case.lang,
        passed=not missing and not wrong and len(found) >= needed,
        missing_notices=tuple(sorted(missing)),
        wrong_notices=tuple(sorted(wrong)),
        names_found=found,
        names_missing=tuple(name for name in names if name not in found),
        services=tuple(card.name for card in answer.services),
        status=answer.status,
    )


def ask(guide: Guide, case: AnswerCase) -> Answer:
    """Asks the guide as the case says."""
    return guide.answer(Question(question=case.question, audience=case.audience))


def summary(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Share passed, with its interval, in all and per kind, audience and language."""
    groups: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for verdict in verdicts:
        for field in ("kind", "audience", "lang"):
            groups[field][getattr(verdict, field)].append(float(verdict.passed))
    passed = [float(verdict.passed) for verdict in verdicts]
    return {
        "n": len(verdicts),
        "passed": sum(passed) / len(passed),
        "interval": interval(passed),
        **{
            f"by_{field}": {
                name: {"n": len(found), "passed": sum(found) / len(found)}
                for name, found in sorted(values.items())
            }
            for field, values in groups.items()
        },
        "cases": [verdict.model_dump() for verdict in verdicts],
    }


def _shown(answer: Answer) -> set[str]:
    """Names that the first cards and the notices' contacts carry."""
    names = {name for card in answer.services[:FIRST] for name in _names(card)}
    names |= {contact.label for notice in answer.notices for contact in notice.contacts}
    return {name.casefold() for name in names}


def _names(card: Card) -> set[str]:
    return {card.name, *card.aliases, *(contact.label for contact in card.contacts)}
