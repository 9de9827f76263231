"""The repository's own questions can be used: well-formed, varied, and answerable by name."""

from collections import Counter

import pytest
import regex

from evals.data_files import AnswerCase, read
from guide.model.knowledge import Content
from guide.model.status import NoticeCode
from guide.model.terms import Language
from guide.settings import PROJECT
from ingest.load import Loaded

FOLDER = PROJECT / "evals" / "data"


@pytest.fixture(scope="module")
def cases() -> list[AnswerCase]:
    return read(FOLDER / "answers.jsonl", AnswerCase)


@pytest.fixture
def content(project_knowledge: Loaded) -> Content:
    return project_knowledge.content


def kinds_in_readme() -> set[str]:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    table = text.split("| kind | the question |")[1].split("\n\n")[0]
    return set(regex.findall(r"^\| `(\w+)` \|", table, regex.MULTILINE))


def test_every_kind_is_tried_and_described(cases: list[AnswerCase]) -> None:
    assert {case.kind for case in cases} == kinds_in_readme()


def test_residents_staff_and_every_language_ask(cases: list[AnswerCase]) -> None:
    languages = Counter(case.lang for case in cases)
    assert set(languages) == set(Language)
    assert languages["sv"] > len(cases) / 2
    assert {case.audience for case in cases} == {"resident", "staff"}
    assert len(cases) >= 60


def test_every_expected_name_is_in_the_knowledge(cases: list[AnswerCase], content: Content) -> None:
    names = {name.casefold() for s in content.services for name in (s.name, *s.aliases)}
    names |= {contact.label.casefold() for contact in content.contacts}
    unknown = [
        (case.id, name)
        for case in cases
        for name in case.expected
        if name not in set(NoticeCode) and name.casefold() not in names
    ]
    assert unknown == []


def test_a_resident_is_led_to_what_residents_may_see(
    cases: list[AnswerCase], content: Content
) -> None:
    for_staff = {s.name for s in content.services if s.audience == "staff"}
    resident = [case for case in cases if case.audience == "resident"]
    assert [case.id for case in resident if for_staff & set(case.expected)] == []


def test_no_question_is_asked_twice(cases: list[AnswerCase]) -> None:
    asked = Counter(" ".join(case.question.casefold().split()) for case in cases)
    assert [question for question, count in asked.items() if count > 1] == []
