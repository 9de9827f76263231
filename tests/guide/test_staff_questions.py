"""What staff ask of the city's reports: the figure, its document, lines and year, and conflicts."""

import os

import pytest

from guide.answering import Guide
from guide.model.answer import Answer, Citation
from guide.model.question import Question
from guide.model.terms import Audience, Shelf

PLACES = "Hur många barn får plats i Skolfam?"
GOAL = "Hur går det med målet om skolfrånvaro?"
ORGANISATION = "Hur ser organisationen ut sedan oktober 2024?"
TURNOVER = "Hur hög är personalomsättningen?"

pytestmark = pytest.mark.model


def asked(guide: Guide, question: str, audience: Audience = Audience.STAFF) -> Answer:
    return guide.answer(Question(question=question, audience=audience))


def told(answer: Answer, *words: str) -> tuple[str, Citation]:
    """The first sentence that holds all the words, and its citation."""
    citations = {citation.n: citation for citation in answer.citations}
    for sentence in answer.sentences:
        if all(word in sentence.text for word in words):
            return sentence.text, citations[sentence.cites[0]]
    raise AssertionError([sentence.text for sentence in answer.sentences])


def places(citation: Citation) -> set[tuple[str, str | None, int | None]]:
    return {(line.document, line.lines, line.as_of) for line in citation.evidence}


def test_skolfams_places_are_told_with_what_is_and_what_is_planned(real_guide: Guide) -> None:
    answer = asked(real_guide, PLACES)
    for words in (("48 barn", "2025"), ("72 barn", "planen")):
        _, citation = told(answer, *words)
        assert ("S25", "134-136", 2025) in places(citation)


def test_two_reports_that_differ_on_the_absence_goal_are_told_to_differ(real_guide: Guide) -> None:
    text, citation = told(asked(real_guide, GOAL), "skiljer sig", "55,5", "53,7")
    assert "2025" in text
    assert "2026" in text
    assert {line.document for line in citation.evidence} >= {"S25", "S26"}


def test_the_organisation_is_that_of_today_and_the_older_one_keeps_its_year(
    real_guide: Guide,
) -> None:
    answer = asked(real_guide, ORGANISATION)
    _, citation = told(answer, "fyra verksamhetsområden", "Myndighet", "Boende")
    assert ("S25", "639-651", 2025) in places(citation)
    told(answer, "2017", "fem områden")


def test_targets_and_averages_are_told_to_be_no_promise(real_guide: Guide) -> None:
    told(asked(real_guide, GOAL), "inget löfte")
    told(asked(real_guide, "Hur lång är väntetiden från ansökan till beslut?"), "28 dagar", "låg")


@pytest.mark.parametrize("question", [PLACES, GOAL, ORGANISATION, TURNOVER])
def test_a_resident_gets_no_staff_entry_and_no_document(real_guide: Guide, question: str) -> None:
    answer = asked(real_guide, question, Audience.RESIDENT)
    passages = real_guide.catalogue.passages
    seen = [passages[citation.passage_id] for citation in answer.citations]
    assert {passage.audience for passage in seen} <= {Audience.RESIDENT}
    assert {passage.shelf for passage in seen} <= {Shelf.ENTRIES}


@pytest.mark.skipif(
    not os.environ.get("GUIDE_DOCUMENTS"),
    reason="GUIDE_DOCUMENTS is not set: the city's documents are not asked",
)
@pytest.mark.parametrize(
    ("question", "words", "document", "lines", "year"),
    [
        (PLACES, ("48 barn", "72"), "S25", "132-136", 2025),
        (TURNOVER, ("16 procent",), "S25", "37-42", 2025),
        ("Hur många årsarbetare hade förvaltningen 2017?", ("569,32",), "S17", "685-693", 2017),
    ],
)
def test_what_no_entry_tells_as_well_is_quoted_from_the_document(
    real_guide: Guide, question: str, words: tuple[str, ...], document: str, lines: str, year: int
) -> None:
    text, citation = told(asked(real_guide, question), "Ur ", *words)
    assert citation.passage_id == f"{document}:rad-{lines}"
    assert places(citation) == {(document, lines, year)}
    assert text.endswith(citation.quote)
    assert citation.quote in real_guide.catalogue.passages[citation.passage_id].text
