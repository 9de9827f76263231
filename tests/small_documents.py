"""Passages of documents, as the ingest makes them."""

from guide.model.evidence import EvidenceLine
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf


def document_passage(
    text: str, document: str = "P26", year: int | None = 2026, **fields: object
) -> Passage:
    """A passage for staff of a document called `Plan <id>`."""
    evidence = EvidenceLine(
        document=document, title=f"Plan {document}", lines="3-5", as_of=year, anchor=None, url=None
    )
    plain = {
        "id": f"{document}:rad-3-5",
        "service_id": document,
        "title": f"Plan {document}",
        "text": text,
        "audience": Audience.STAFF,
        "shelf": Shelf.DOCUMENTS,
        "evidence": (evidence,),
        "search_text": text,
    }
    return Passage.model_validate({**plain, **fields})
