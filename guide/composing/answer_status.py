"""What an answer is, in one word of the contract."""

from collections.abc import Sequence

from guide.model.answer import Notice
from guide.model.status import NoticeCode, Status

ROUTED = (
    (NoticeCode.CRISIS, Status.CRISIS),
    (NoticeCode.REFUSE_DECISION, Status.DECISION),
    (NoticeCode.OUT_OF_SCOPE, Status.OUT_OF_SCOPE),
    (NoticeCode.MAINTENANCE, Status.OUT_OF_SCOPE),
)
"""What it is where only a notice answers; the first that holds."""


def answer_status(notices: Sequence[Notice], found: bool, told: bool, wordless: bool) -> Status:
    """The status, from whether services were found, and whether any sentence held."""
    codes = {notice.code for notice in notices}
    if found and not told:
        return Status.NOT_GROUNDED
    other = Status.UNCLEAR if wordless else Status.NO_SOURCES
    if told:
        other = Status.ANSWERED_PARTIAL if NoticeCode.UNKNOWN in codes else Status.ANSWERED
    if found:
        return other
    return next((status for code, status in ROUTED if code in codes), other)
