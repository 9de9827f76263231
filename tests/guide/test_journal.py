"""Counts and codes, never a question, never a small number."""

from guide.journal.journal import SMALL, Journal
from guide.model.answer import Answer, Notice
from guide.model.status import NoticeCode, Status
from guide.model.terms import Audience, Language
from tests.small_catalogue import service


def answer(*codes: NoticeCode) -> Answer:
    return Answer(
        status=Status.ANSWERED,
        language=Language.SV,
        sentences=(),
        citations=(),
        services=(),
        notices=tuple(Notice(code=code, text="text") for code in codes),
        follow_ups=(),
        knowledge_version="0123456789ab",
        composer="extractive",
    )


def test_a_small_count_is_hidden_until_it_is_no_longer_small() -> None:
    journal = Journal()
    for _ in range(SMALL - 1):
        journal.answered(answer(NoticeCode.CRISIS), Audience.RESIDENT)
    assert set(journal.counts().values()) == {0}
    journal.answered(answer(), Audience.RESIDENT)
    assert journal.counts()["status", "answered"] == SMALL
    assert journal.counts()["notice", "CRISIS"] == 0


def test_a_code_counts_once_an_answer() -> None:
    journal = Journal()
    for _ in range(SMALL):
        journal.answered(answer(NoticeCode.UNKNOWN, NoticeCode.UNKNOWN), Audience.STAFF)
    assert journal.counts()["notice", "UNKNOWN"] == SMALL
    assert journal.counts()["audience", "staff"] == SMALL
    assert journal.counts()["language", "sv"] == SMALL


def test_feedback_counts_codes() -> None:
    journal = Journal()
    for _ in range(SMALL):
        journal.feedback(False, "wrong")
        journal.feedback(True, None)
    assert journal.counts() == {
        ("cause", "wrong"): SMALL,
        ("feedback", "helpful"): SMALL,
        ("feedback", "not_helpful"): SMALL,
    }


def test_what_an_entry_lacks_is_counted_by_entry() -> None:
    journal = Journal()
    skolfam, ips, bup = service("skolfam"), service("ips"), service("bup")
    for _ in range(SMALL):
        journal.feedback(False, "wrong", skolfam)
    journal.feedback(True, None, ips)
    journal.feedback(False, "wrong", bup)
    assert [key for key in journal.counts() if key[0] == "lacking"] == [("lacking", "skolfam")]


def test_what_lacks_in_an_entry_for_staff_is_told_to_staff_alone() -> None:
    journal = Journal()
    for _ in range(SMALL):
        journal.feedback(False, "wrong", service("metoden", audience="staff"))
    assert ("lacking_internal", "metoden") in journal.counts(staff=True)
    assert not any("metoden" in code for _, code in journal.counts())
