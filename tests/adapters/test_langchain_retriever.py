"""The guide's retrieval, used by LangChain."""

from guide.adapters.langchain_retriever import as_langchain_retriever
from guide.model.question import Question
from guide.model.terms import Audience
from guide.retrieval.passages import Hit
from tests.small_catalogue import catalogue, content, section, service


def test_passages_come_as_documents_for_the_audience_that_was_fixed() -> None:
    known = catalogue(content(service("karpen", sections=[section("about", "Dagligt arbete.")])))
    passage = known.passages["karpen:om-1"]
    asked: list[tuple[Question, int]] = []

    def retrieve(question: Question, k: int) -> list[Hit]:
        asked.append((question, k))
        return [Hit(passage, 1.0, 0.9, 2.0)]

    retriever = as_langchain_retriever(retrieve, k=3, audience=Audience.RESIDENT)
    (document,) = retriever.invoke("arbete på dagen")
    assert document.page_content == "Dagligt arbete."
    assert document.metadata["passage_id"] == "karpen:om-1"
    assert [(q.audience, k) for q, k in asked] == [(Audience.RESIDENT, 3)]
