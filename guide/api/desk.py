"""What staff have at their desk: situations, what changed, the city's own documents."""

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request

from guide.answering import Guide
from guide.api.access import require_staff
from guide.api.filters import check_areas
from guide.api.problems import told
from guide.api.schemas import DocumentPassage, DocumentView
from guide.catalogue.documents import passages_at
from guide.model.change import ChangeHistory, Changes, NewestSource
from guide.model.passage import Passage
from guide.model.situation import Situation, SituationAnswer

router = APIRouter(prefix="/v1", tags=["desk"], dependencies=[Depends(require_staff)])

SAY_SOMETHING = "Say something of the situation: fill in text, who, age or areas."
MOST_PASSAGES = 50
Lines = Annotated[
    str | None,
    Query(
        pattern=r"^\d{1,6}(-\d{1,6})?(, ?\d{1,6}(-\d{1,6})?)*$",
        max_length=200,
        description=f"For example 132-134; left out: the first {MOST_PASSAGES} passages",
    ),
]


def _guide(request: Request) -> Guide:
    guide: Guide = request.app.state.published.current()
    return guide


@router.post("/situations", responses=told(400, 401, 413, 422, 503))
def situations(request: Request, situation: Situation) -> SituationAnswer:
    """Entries that fit a situation, ranked by how well their texts fit: no right, no risk and no
    person is judged. Personal data is masked before anything is searched."""
    guide = _guide(request)
    if not situation.says_something:
        raise HTTPException(422, SAY_SOMETHING)
    check_areas(guide, situation.areas)
    return guide.situation(situation)


@router.get("/changes", responses=told(401, 422, 503))
def changes(
    request: Request, since: Annotated[dt.date, Query(description="Day, YYYY-MM-DD")]
) -> Changes:
    """What changed in the knowledge since a day, as recorded when it was published."""
    recorded, catalogue = request.app.state.changes, _guide(request).catalogue
    history = ChangeHistory() if recorded is None else recorded.read()
    entries = catalogue.services.values()
    newest = [
        NewestSource(service_id=one.id, name=one.name, as_of=one.as_of, status=one.status)
        for one in entries
        if one.as_of is not None and one.as_of >= since.year
    ]
    newest.sort(key=lambda one: (-one.as_of, one.name.casefold()))
    return Changes(
        since=since,
        first=history.first,
        items=history.up_to(catalogue.knowledge.version).since(since),
        newest_sources=tuple(newest),
    )


@router.get("/documents/{document}", responses=told(401, 404, 422, 503))
def document(request: Request, document: str, lines: Lines = None) -> DocumentView:
    """What a document of the city says at some lines, where its text is published here."""
    catalogue = _guide(request).catalogue
    source = next((s for s in catalogue.knowledge.content.sources if s.id == document), None)
    if source is None:
        raise HTTPException(404, f"No source has the id {document!r}; see knowledge/sources.yaml.")
    found = passages_at(catalogue, document, lines)
    if found is None:
        raise HTTPException(
            404,
            f"The text of {source.title!r} is not published here. Put its file in the folder of "
            "documents (GUIDE_DOCUMENTS) and run: python -m ingest run",
        )
    return DocumentView(
        document=source.id,
        title=source.title,
        as_of=source.as_of,
        passages=tuple(_passage(passage) for passage in found[:MOST_PASSAGES]),
    )


def _passage(passage: Passage) -> DocumentPassage:
    place = passage.evidence[0]
    return DocumentPassage(
        passage_id=passage.id,
        service_id=passage.service_id,
        title=passage.title,
        text=passage.text,
        evidence=passage.evidence,
        lines=place.lines,
        page=place.page,
    )
