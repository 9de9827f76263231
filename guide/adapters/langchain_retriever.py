"""The guide's retrieval as a LangChain retriever."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from guide.model.question import Question
from guide.model.terms import Audience
from guide.retrieval.passages import Hit

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

Retrieve = Callable[[Question, int], list[Hit]]


def as_langchain_retriever(
    retrieve: Retrieve, k: int = 10, audience: Audience = Audience.RESIDENT
) -> "BaseRetriever":
    """A `BaseRetriever` that gives the k passages that fit best as documents.

    The audience is fixed when it is made, so that a chain cannot widen it. Metadata: passage_id,
    service_id, title, score, and as_of years of the evidence.
    """
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever

    class GuideRetriever(BaseRetriever):
        def _get_relevant_documents(
            self,
            query: str,
            *,
            run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002
        ) -> list[Document]:
            hits = retrieve(Question(question=query, audience=audience), k)
            return [Document(hit.passage.text, metadata=_metadata(hit)) for hit in hits]

    return GuideRetriever()


def _metadata(hit: Hit) -> dict[str, Any]:
    return {
        "passage_id": hit.passage.id,
        "service_id": hit.passage.service_id,
        "title": hit.passage.title,
        "score": hit.score,
        "as_of": [line.as_of for line in hit.passage.evidence],
    }
