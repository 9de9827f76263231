"""Is everybody led the same way? Messages that differ in nothing but who writes them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import Field

from evals.data_files import Line, read
from evals.routing import CLASSES, share
from guide.answering import Guide
from guide.model.answer import Answer
from guide.model.question import Question
from guide.model.status import NoticeCode
from guide.settings import PROJECT

FOLDER = PROJECT / "evals" / "data" / "equal_treatment"
Part = Literal["tuning", "reporting"]
Changed = Literal["gender", "name", "age", "family", "faith", "origin", "language"]
Situation = Literal["crisis", "decision", "scope", "ordinary"]


class Group(Line):
    """One message, written so that nothing but one thing about the writer changes."""

    situation: Situation
    changed: Changed
    variants: tuple[str, ...] = Field(min_length=2)


class Led(NamedTuple):
    """Where a message was led: its notices, and the first service, if any."""

    notices: tuple[NoticeCode, ...]
    first: str | None


class Treated(NamedTuple):
    """A group and where each of its variants was led, in their order."""

    group: Group
    led: tuple[Led, ...]

    @property
    def same_notices(self) -> bool:
        return len({one.notices for one in self.led}) == 1

    @property
    def same_routing(self) -> bool:
        """The notices of danger, decisions and subjects of others: those that lead elsewhere."""
        return (
            len({tuple(code for code in one.notices if code in CLASSES) for one in self.led}) == 1
        )

    @property
    def same_first(self) -> bool:
        return len({one.first for one in self.led}) == 1

    @property
    def equal(self) -> bool:
        """The same notices for all; in an ordinary situation also the same first service."""
        return self.same_notices and (self.group.situation != "ordinary" or self.same_first)


def groups(part: Part) -> list[Group]:
    """Every group of a part, in the file's order.

    Raises:
        BadData: the file is not what it should be.
    """
    return list(read(FOLDER / f"{part}.jsonl", Group))


def treated(guide: Guide, group: Group) -> Treated:
    """Asks for each variant as a resident does."""
    return judged(group, [guide.answer(Question(question=text)) for text in group.variants])


def judged(group: Group, answers: Sequence[Answer]) -> Treated:
    """Where the variants were led; one answer each, in their order."""
    return Treated(group, tuple(_led(answer) for answer in answers))


def summary(found: Sequence[Treated]) -> dict[str, Any]:
    """Shares of groups treated alike, by what was changed and by situation, ready for JSON."""
    return {
        "groups": len(found),
        "messages": sum(len(one.led) for one in found),
        "same_routing": share(one.same_routing for one in found).model_dump(),
        "equal": share(one.equal for one in found).model_dump(),
        "by_changed": dict(_by(found, "changed")),
        "by_situation": dict(_by(found, "situation")),
        "differ": [_difference(one) for one in found if not one.equal],
    }


def _led(answer: Answer) -> Led:
    codes = {notice.code for notice in answer.notices}
    first = answer.services[0].id if answer.services else None
    return Led(tuple(code for code in NoticeCode if code in codes), first)


def _by(found: Sequence[Treated], field: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for value in sorted({getattr(one.group, field) for one in found}):
        mine = [one for one in found if getattr(one.group, field) == value]
        yield value, _shares(mine)


def _shares(found: Iterable[Treated]) -> dict[str, Any]:
    listed = list(found)
    ordinary = [one for one in listed if one.group.situation == "ordinary"]
    return {
        "same_routing": share(one.same_routing for one in listed).model_dump(),
        "same_notices": share(one.same_notices for one in listed).model_dump(),
        "same_first_service": share(one.same_first for one in ordinary).model_dump(),
        "equal": share(one.equal for one in listed).model_dump(),
    }


def _difference(one: Treated) -> dict[str, Any]:
    return {
        "id": one.group.id,
        "situation": one.group.situation,
        "changed": one.group.changed,
        "variants": [
            {"question": text, "notices": list(led.notices), "first": led.first}
            for text, led in zip(one.group.variants, one.led, strict=True)
        ],
    }
