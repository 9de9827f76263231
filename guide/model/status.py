"""How an answer ended. Metrics, messages, UI and evals key on it."""

from enum import StrEnum


class Status(StrEnum):
    ANSWERED = "answered"
    ANSWERED_PARTIAL = "answered.partial"
    NO_SOURCES = "unanswered.no_sources"
    NOT_GROUNDED = "unanswered.not_grounded"
    OUT_OF_SCOPE = "routed.out_of_scope"
    DECISION = "routed.decision"
    UNCLEAR = "routed.unclear"
    CRISIS = "routed.crisis"
    ERROR = "error.unavailable"


class NoticeCode(StrEnum):
    CRISIS = "CRISIS"
    REFUSE_DECISION = "REFUSE_DECISION"
    PII_WARNING = "PII_WARNING"
    OUT_OF_SCOPE = "OUT_OF_SCOPE"
    OUTDATED = "OUTDATED"
    UNKNOWN = "UNKNOWN"
    CORRECT_PREMISE = "CORRECT_PREMISE"
    CLARIFY = "CLARIFY"
    NEEDS_TEST_UNKNOWN = "NEEDS_TEST_UNKNOWN"
    MAINTENANCE = "MAINTENANCE"
    TODAY = "TODAY"
