"""Notices: what people wrote for the moments that matter most."""

from collections.abc import Iterable

from markupsafe import Markup

from ui.markup import phones_of, render, written_in
from ui.model import Notice
from ui.parts.contact import contact_facts
from ui.wording import Wording

CRISIS = "CRISIS"
AFTER_THE_ANSWER = frozenset({"OUTDATED", "NEEDS_TEST_UNKNOWN"})


def before_answer(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """What is read before the answer, a crisis always first."""
    early = [notice for notice in notices if notice.code not in AFTER_THE_ANSWER]
    return tuple(sorted(early, key=lambda notice: notice.code != CRISIS))


def after_answer(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """What qualifies an answer and is read after it."""
    return tuple(notice for notice in notices if notice.code in AFTER_THE_ANSWER)


def notices_html(notices: Iterable[Notice], words: Wording, scope: str = "") -> Markup:
    """Empty where there are none; a crisis is read out once per `scope`."""
    return Markup("").join(_notice_html(notice, words, scope) for notice in notices)


def _notice_html(notice: Notice, words: Wording, scope: str) -> Markup:
    return render(
        "crisis" if notice.code == CRISIS else "notice",
        w=words,
        notice=notice,
        language=written_in(notice.text, words.language),
        scope=scope,
        heading=words.named("notice", notice.code),
        contacts=[contact_facts(contact, words) for contact in notice.contacts],
        phones=phones_of(notice.contacts),
    )
