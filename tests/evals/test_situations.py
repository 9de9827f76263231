"""The questions written from situations: well-formed, apart from each other, and answerable."""

from collections import Counter
from collections.abc import Iterable

import pytest
import regex

from evals.data_files import AnswerCase, read
from evals.sets import OWN, ServiceQuestion
from guide.model.knowledge import Content
from guide.model.status import NoticeCode
from guide.model.terms import Language
from guide.settings import PROJECT
from ingest.load import Loaded

DATA = PROJECT / "evals" / "data"
LEAST_OF_A_LANGUAGE = 40
"""One standard error of a share of one half is then eight points."""
FEW = {"nothing_fits"}
"""Kinds of which there are too few to be in both parts by more than luck."""


@pytest.fixture(scope="module")
def parts() -> dict[str, list[ServiceQuestion]]:
    return {name: read(OWN / f"{name}.jsonl", ServiceQuestion) for name in ("tuning", "reporting")}


@pytest.fixture(scope="module")
def questions(parts: dict[str, list[ServiceQuestion]]) -> list[ServiceQuestion]:
    return [question for part in parts.values() for question in part]


@pytest.fixture
def content(project_knowledge: Loaded) -> Content:
    return project_knowledge.content


def names_of(question: ServiceQuestion) -> list[str]:
    return [n for n in (*question.expected, *question.also) if n not in set(NoticeCode)]


def twice(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_every_name_is_one_of_an_entry(questions: list[ServiceQuestion], content: Content) -> None:
    known = {name.casefold() for s in content.services for name in (s.name, *s.aliases)}
    unknown = [(q.id, n) for q in questions for n in names_of(q) if n.casefold() not in known]
    assert unknown == []


def test_a_resident_is_led_to_what_residents_may_see(
    questions: list[ServiceQuestion], content: Content
) -> None:
    seen = {
        name.casefold()
        for service in content.services
        if service.audience == "resident"
        for name in (service.name, *service.aliases)
    }
    resident = [question for question in questions if question.audience == "resident"]
    assert [(q.id, n) for q in resident for n in names_of(q) if n.casefold() not in seen] == []


def test_second_best_is_not_also_best(questions: list[ServiceQuestion]) -> None:
    assert [q.id for q in questions if set(q.expected) & set(q.also)] == []


def test_no_question_and_no_id_stands_in_two_places(questions: list[ServiceQuestion]) -> None:
    others = read(DATA / "answers.jsonl", AnswerCase)
    everything: list[AnswerCase] = [*questions, *others]
    assert twice(question.id for question in everything) == []
    assert twice(" ".join(regex.findall(r"\w+", q.question.casefold())) for q in everything) == []


def test_every_language_has_enough_to_report(parts: dict[str, list[ServiceQuestion]]) -> None:
    languages = Counter(question.lang for question in parts["reporting"])
    assert set(languages) == set(Language)
    assert min(languages.values()) >= LEAST_OF_A_LANGUAGE


@pytest.mark.parametrize("field", ["lang", "audience", "kind"])
def test_the_parts_are_alike(parts: dict[str, list[ServiceQuestion]], field: str) -> None:
    """Split within language, audience and kind: each value's share is the same, about."""
    tuning, reporting = (
        Counter(getattr(question, field) for question in parts[name])
        for name in ("tuning", "reporting")
    )
    for value in set(tuning | reporting) - FEW:
        share = reporting[value] / (reporting[value] + tuning[value])
        assert 0.5 < share < 0.75, value


def test_the_readme_counts_every_kind(questions: list[ServiceQuestion]) -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    text = text.split("## Situations")[1].split("\n## ")[0]
    table = regex.findall(r"^\| `(\w+)` \|.*\| (\d+) \|$", text, regex.MULTILINE)
    assert {kind: int(n) for kind, n in table} == Counter(q.kind for q in questions)
