"""From a question to an ending that has a name."""

from collections.abc import Sequence
from typing import Any

import pytest

from guide.answering import Guide
from guide.model.answer import Answer, Sentence, Sources
from guide.model.question import Question
from guide.model.service import Service
from guide.model.status import NoticeCode, Status
from guide.model.terms import Audience, Language
from tests.small_catalogue import content, guide, messages, section, service

RULES: dict[str, Any] = {
    "crisis": [{"id": "vald", "any": ["slår mig"], "message": "crisis.vald",
                "contacts": ["kontaktcenter"], "services": ["jouren"]}],
    "decisions": [{"id": "ratt", "any": ["har jag rätt"], "message": "decision.ratt",
                   "contacts": ["kontaktcenter"]}],
    "scope": [{"id": "hej", "any": ["^hej$"], "message": "scope.hej"}],
    "maintenance": [{"id": "gamla", "any": ["gamla poster"], "message": "maintenance.gamla"}],
    "facets": [{"facet": "cost", "any": ["kosta"]}],
    "needs_test": ["behovspröv"],
}  # fmt: skip


def made(*services: Service, rules: dict[str, Any] | None = None) -> Guide:
    texts = messages()
    keys = ("crisis.vald", "decision.ratt", "scope.hej", "maintenance.gamla")
    texts["sv"] |= {key: f"Fast text {key}." for key in keys}
    return guide(content(*services, rules=RULES if rules is None else rules, messages=texts))


@pytest.fixture(scope="module")
def small() -> Guide:
    return made(
        service("karpen", sections=[section("about", "Arbete på dagen.")]),
        service("jouren", sections=[section("about", "Skydd dygnet runt.")]),
        service("metod", audience="staff", sections=[section("about", "Riskbedömning.")]),
        service("oklar", needs_test="unknown", sections=[section("about", "Ledsagning.")]),
    )


@pytest.fixture(scope="module")
def empty() -> Guide:
    """A guide that has nothing to offer."""
    return made(service("jobbstugan", status="ended"))


def codes(answer: Answer) -> list[NoticeCode]:
    return [notice.code for notice in answer.notices]


def ids(answer: Answer) -> list[str]:
    return [card.id for card in answer.services]


def test_a_question_that_something_fits_is_answered(small: Guide) -> None:
    answer = small.answer(Question(question="arbete på dagen"))
    assert answer.status is Status.ANSWERED
    assert answer.sentences
    assert ids(answer)[0] == "karpen"


def test_an_unknown_facet_makes_the_answer_partial(small: Guide) -> None:
    answer = small.answer(Question(question="vad kostar arbete på dagen hos Karpen"))
    assert answer.status is Status.ANSWERED_PARTIAL
    assert NoticeCode.UNKNOWN in codes(answer)


def test_a_crisis_comes_first_and_the_ordinary_answer_follows(small: Guide) -> None:
    answer = small.answer(Question(question="min man slår mig"))
    assert codes(answer)[0] is NoticeCode.CRISIS
    assert answer.status is Status.ANSWERED
    assert ids(answer)[0] == "jouren"


@pytest.mark.parametrize(
    ("question", "audience", "status"),
    [
        ("min man slår mig", Audience.RESIDENT, Status.CRISIS),
        ("har jag rätt till det", Audience.RESIDENT, Status.DECISION),
        ("hej", Audience.RESIDENT, Status.OUT_OF_SCOPE),
        ("visa gamla poster", Audience.STAFF, Status.OUT_OF_SCOPE),
        ("arbete på dagen", Audience.RESIDENT, Status.NO_SOURCES),
    ],
)
def test_without_services_the_ending_names_what_was_recognised(
    empty: Guide, question: str, audience: Audience, status: Status
) -> None:
    answer = empty.answer(Question(question=question, audience=audience))
    assert answer.status is status
    assert answer.sentences == ()
    assert answer.notices


def test_maintenance_is_recognised_for_staff_alone(small: Guide) -> None:
    asked = "visa gamla poster"
    staff = small.answer(Question(question=asked, audience=Audience.STAFF))
    resident = small.answer(Question(question=asked))
    assert NoticeCode.MAINTENANCE in codes(staff)
    assert NoticeCode.MAINTENANCE not in codes(resident)


def test_a_decision_is_refused_and_help_still_shown(small: Guide) -> None:
    answer = small.answer(Question(question="har jag rätt till arbete på dagen"))
    assert codes(answer)[0] is NoticeCode.REFUSE_DECISION
    assert answer.status is Status.ANSWERED
    assert ids(answer)


def test_an_unknown_needs_test_is_told_when_asked_for(small: Guide) -> None:
    answer = small.answer(Question(question="ledsagning hos Oklar, krävs behovsprövning"))
    assert NoticeCode.NEEDS_TEST_UNKNOWN in codes(answer)


@pytest.mark.parametrize("question", ["Vad är Metod?", "riskbedömning metod metod"])
def test_a_resident_never_meets_a_staff_entry(small: Guide, question: str) -> None:
    answer = small.answer(Question(question=question))
    assert "Riskbedömning" not in answer.model_dump_json()
    assert "metod" not in ids(answer)
    assert not [c for c in answer.citations if c.service_id == "metod"]
    staff = small.answer(Question(question=question, audience=Audience.STAFF))
    assert ids(staff)[0] == "metod"


def test_a_stream_ends_with_the_answer_that_holds_all_that_was_streamed(small: Guide) -> None:
    events = list(small.stream(Question(question="arbete på dagen")))
    first, *middle, last = events
    assert isinstance(first, Sources)
    assert isinstance(last, Answer)
    assert tuple(middle) == last.sentences
    assert all(isinstance(event, Sentence) for event in middle)
    assert first.services == last.services
    assert first.notices == last.notices


def test_citations_are_numbered_from_one_as_they_are_used(small: Guide) -> None:
    answer = small.answer(Question(question="arbete på dagen"))
    used: Sequence[int] = [n for sentence in answer.sentences for n in sentence.cites]
    assert answer.citations
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert list(dict.fromkeys(used)) == [c.n for c in answer.citations]


def test_every_quote_stands_in_its_passage(small: Guide) -> None:
    answer = small.answer(Question(question="skydd dygnet runt"))
    assert answer.citations
    for citation in answer.citations:
        assert citation.quote in small.catalogue.passages[citation.passage_id].text
        assert citation.evidence


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Where can I work in the daytime?", None, Language.EN),
        ("arbete på dagen", Language.EN, Language.EN),
        ("Where can I work in the daytime?", Language.SV, Language.SV),
        ("أين يمكنني الحصول على عمل", None, Language.SV),
    ],
)
def test_the_answers_language(
    small: Guide, question: str, language: Language | None, told: Language
) -> None:
    answer = small.answer(Question(question=question, language=language))
    assert answer.language is told
    passages = [small.catalogue.passages[c.passage_id] for c in answer.citations]
    assert {p.language for p in passages} == {told}


def test_personal_data_is_told_of_and_found_nowhere_in_the_answer(small: Guide) -> None:
    answer = small.answer(Question(question="arbete på dagen, jag heter Kalle, 850709-9805"))
    assert NoticeCode.PII_WARNING in codes(answer)
    assert "9805" not in answer.model_dump_json()
    assert "Kalle" not in answer.model_dump_json()


def test_retrieval_counts_and_narrows(small: Guide) -> None:
    hits = small.retrieve(Question(question="arbete på dagen"), 2)
    assert len(hits) == 2
    assert hits[0].passage.service_id == "karpen"
    narrowed = Question.model_validate(
        {"question": "arbete", "filters": {"needs_test": ["unknown"]}}
    )
    assert {h.passage.service_id for h in small.retrieve(narrowed, 100)} == {"oklar"}


def test_follow_ups_are_in_the_language_of_the_answer() -> None:
    told = section("documentation", "Karpen skriver ner varje besök.")
    answer = made(service("karpen", sections=[told])).answer(
        Question(question="Vad gör Karpen?", language=Language.EN)
    )
    assert answer.follow_ups == ("What is written down if I contact Karpen?",)
