"""What is for staff alone reaches no resident, whichever of our questions is asked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.data_files import AnswerCase, read
from evals.sets import NotThere, ServiceSet, SetReader
from guide.answering import Guide
from guide.model.passage import Passage
from guide.model.question import Question
from guide.model.service import Service
from guide.model.terms import Audience
from guide.settings import PROJECT

EVERYTHING = 1_000_000
OF_A_CORPUS = 10
"""Questions asked of each external corpus, spread over it: each costs one embedding."""
EVERY = 16
"""Of our own questions, each sixteenth is answered in full."""


@pytest.fixture(scope="module")
def own() -> list[str]:
    reader = SetReader(None)
    sets = [reader.read(name) for name in ("own-tuning", "own-reporting")]
    asked = [q.question for s in sets if isinstance(s, ServiceSet) for q in s.questions]
    answers = read(PROJECT / "evals" / "data" / "answers.jsonl", AnswerCase)
    return asked + [case.question for case in answers]


def external(folder: Path) -> Iterator[str]:
    reader = SetReader(folder)
    for name in ("questions-dev", "swefaq", "swequad", "sib200"):
        try:
            given = reader.read(name)
        except NotThere:
            continue
        if isinstance(given, ServiceSet):
            yield from (question.question for question in given.questions)
        else:
            yield from (q.text for q in given.queries[:: max(1, len(given.queries) // OF_A_CORPUS)])


def leaks(guide: Guide, questions: list[str]) -> list[tuple[str, str]]:
    return [
        (question, hit.passage.id)
        for question in questions
        for hit in guide.retrieve(Question(question=question), EVERYTHING)
        if hit.passage.audience is Audience.STAFF
    ]


@pytest.mark.model
def test_no_own_question_brings_a_resident_a_passage_for_staff(
    real_guide: Guide, own: list[str]
) -> None:
    assert leaks(real_guide, own) == []


@pytest.mark.model
def test_no_external_question_brings_a_resident_a_passage_for_staff(real_guide: Guide) -> None:
    folder = os.environ.get("GUIDE_EVALDATA")
    if not folder:
        pytest.skip("GUIDE_EVALDATA is not set: external questions are not asked")
    questions = list(external(Path(folder)))
    assert questions
    assert leaks(real_guide, questions) == []


@pytest.mark.model
def test_staff_are_brought_what_residents_are_not(real_guide: Guide, own: list[str]) -> None:
    """The questions do reach passages for staff, so that the tests above can fail."""
    asked = [Question(question=text, audience=Audience.STAFF) for text in own[:: len(own) // 20]]
    found = [hit.passage.audience for q in asked for hit in real_guide.retrieve(q, EVERYTHING)]
    assert Audience.STAFF in found


@pytest.mark.model
def test_no_answer_to_a_resident_shows_or_cites_what_is_for_staff(
    real_guide: Guide, own: list[str]
) -> None:
    catalogue = real_guide.catalogue
    shown: list[tuple[str, str]] = []
    for question in own[::EVERY]:
        answer = real_guide.answer(Question(question=question))
        services: list[Service | Passage] = [
            catalogue.services[card.id] for card in answer.services
        ]
        passages: list[Service | Passage] = [
            catalogue.passages[citation.passage_id] for citation in answer.citations
        ]
        passages += [catalogue.passages[c.why.passage_id] for c in answer.services if c.why]
        seen = [*services, *passages]
        shown += [(question, item.id) for item in seen if item.audience is Audience.STAFF]
    assert shown == []
