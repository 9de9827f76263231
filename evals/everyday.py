"""Everyday questions get no crisis notice: a figure of its own, for they are what most people ask.

They are the questions of `evals/data/situations` whose key names no entry that a rule of danger
names or that is there for violence and safety. A few of them tell of danger all the same.
"""

from collections.abc import Sequence

from evals.routing import Part, Share, share
from evals.services import Names
from evals.sets import ServiceQuestion, own_sets
from guide.answering import Guide
from guide.model.knowledge import Content
from guide.model.question import Question
from guide.model.status import NoticeCode
from ingest.rule_examples import others


def questions(content: Content, part: Part) -> list[ServiceQuestion]:
    """Those of the part.

    Raises:
        BadData: its file cannot be used.
    """
    given = next(found for found in own_sets() if found.name == f"own-{part}")
    return everyday(content, given.questions)


def everyday(content: Content, given: Sequence[ServiceQuestion]) -> list[ServiceQuestion]:
    """Those of the questions whose key holds neither a crisis notice nor an entry for danger."""
    names = Names(content.services)
    calm = {service.id for service in others(content, "crisis")}
    return [one for one in given if _is_everyday(one, names, calm)]


def alarmed(guide: Guide, asked: Sequence[ServiceQuestion]) -> Share:
    """How many of the questions get a crisis notice."""
    return share(_is_alarmed(guide, one) for one in asked)


def _is_everyday(one: ServiceQuestion, names: Names, calm: set[str]) -> bool:
    if NoticeCode.CRISIS in (*one.expected, *one.allowed):
        return False
    return all(ids <= calm for ids in names.meant([*one.expected, *one.also]))


def _is_alarmed(guide: Guide, one: ServiceQuestion) -> bool:
    answer = guide.answer(Question(question=one.question, audience=one.audience))
    return any(notice.code is NoticeCode.CRISIS for notice in answer.notices)
