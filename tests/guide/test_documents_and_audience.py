"""What a document says reaches those that its record names, and nobody else."""

from typing import Any

from guide import wiring
from guide.answering import Guide
from guide.catalogue.catalogue import Catalogue
from guide.model.passage import Passage
from guide.model.question import Question
from guide.model.rules import FormRule, Rulebook
from guide.model.terms import Audience, Form
from ingest.split import with_digests
from tests.small_catalogue import catalogue, content, section, service, stored
from tests.small_documents import document_passage
from tests.word_embedder import WordEmbedder

FOR_STAFF = document_passage("Målet för frånvaro i skolan nåddes inte under året.", "P26")
FOR_ALL = document_passage(
    "Öppen frukost hålls i skolan för alla med frånvaro.", "B26", audience="resident"
)
QUESTION = "Hur gick det med målet för frånvaro i skolan?"


def guide(*documents: Passage, **fields: Any) -> Guide:
    """A guide over one entry and the passages of documents."""
    entry = service("skolteamet", sections=[section("about", "Stöd när barn är borta.")])
    known = catalogue(content(entry, **fields)).knowledge
    extra = tuple(with_digests(documents, known.embedder))
    made = Catalogue(known.model_copy(update={"passages": (*known.passages, *extra)}))
    return wiring.build_guide(made, WordEmbedder(), stored(made), None)


FIGURE = FormRule(form=Form.FIGURE, any=(r"\bhur många\b",))
COUNTED = document_passage(
    "Under året fick 48 barn i skolan hjälp av teamet. Skolan är glad åt hjälpen för alla barn.",
    "B26",
    audience="resident",
)


def test_a_question_for_a_figure_is_answered_with_the_figure_alone() -> None:
    made = guide(COUNTED, FOR_ALL, rules=Rulebook(forms=(FIGURE,)))
    answer = made.answer(Question(question="Hur många barn i skolan fick hjälp av teamet?"))
    assert [sentence.text for sentence in answer.sentences] == [
        "Ur Plan B26 (2026): Under året fick 48 barn i skolan hjälp av teamet."
    ]


def quoted(made: Guide, audience: Audience) -> set[str]:
    answer = made.answer(Question(question=QUESTION, audience=audience))
    return {citation.passage_id for citation in answer.citations}


def retrieved(made: Guide, audience: Audience) -> set[str]:
    hits = made.retrieve(Question(question=QUESTION, audience=audience), 100)
    return {hit.passage.id for hit in hits}


def test_staff_are_answered_from_every_document() -> None:
    made = guide(FOR_STAFF, FOR_ALL)
    assert FOR_STAFF.id in quoted(made, Audience.STAFF)
    assert {FOR_STAFF.id, FOR_ALL.id} <= retrieved(made, Audience.STAFF)


def test_residents_are_answered_from_those_that_are_open_to_them() -> None:
    made = guide(FOR_STAFF, FOR_ALL)
    assert FOR_ALL.id in quoted(made, Audience.RESIDENT)
    assert FOR_STAFF.id not in quoted(made, Audience.RESIDENT)
    assert FOR_STAFF.id not in retrieved(made, Audience.RESIDENT)
