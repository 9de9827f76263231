"""The catalogue without a question: lists, entries, passages, counts."""

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request

from guide.answering import Guide
from guide.api.access import AudienceParameter
from guide.api.filters import check_filters
from guide.api.problems import told
from guide.api.schemas import (
    Counts,
    Glossary,
    GlossaryItem,
    KnowledgeView,
    PassageView,
    SectionView,
    ServiceDetail,
    ServiceList,
)
from guide.catalogue.browse import facet_counts, passes
from guide.catalogue.counts import counts
from guide.catalogue.quotes import quoted
from guide.model.passage import Passage
from guide.model.question import MAX_QUESTION, Filters
from guide.model.service import Service
from guide.model.terms import Audience, NeedsTest, Provider, ServiceStatus

router = APIRouter(prefix="/v1", tags=["catalogue"])


def _guide(request: Request) -> Guide:
    guide: Guide = request.app.state.published.current()
    return guide


@router.get("/services", responses=told(401, 422, 503))
def services(
    request: Request,
    audience: AudienceParameter,
    q: Annotated[str | None, Query(max_length=MAX_QUESTION, description="Words to find")] = None,
    needs_test: Annotated[list[NeedsTest], Query(description="Any of these")] = [],  # noqa: B006
    groups: Annotated[list[str], Query(description="Any of these ids")] = [],  # noqa: B006
    life_areas: Annotated[list[str], Query(description="Any of these ids")] = [],  # noqa: B006
    provider: Annotated[list[Provider], Query(description="Any of these")] = [],  # noqa: B006
    status: Annotated[list[ServiceStatus], Query(description="Any of these")] = [],  # noqa: B006
    age: Annotated[int | None, Query(ge=0, le=120, description="Years")] = None,
) -> ServiceList:
    """Entries that pass the filters, with counts per value. Planned and ended ones are listed
    with their status."""
    guide = _guide(request)
    filters = Filters(
        needs_test=tuple(needs_test),
        groups=tuple(groups),
        life_areas=tuple(life_areas),
        provider=tuple(provider),
        status=tuple(status),
        age=age,
    )
    check_filters(guide, filters)
    found = [s for s in _visible(guide, audience) if passes(s, filters)]
    if q is not None and q.strip():
        found = _by_words(found, q)
    now = dt.datetime.now(dt.UTC)
    return ServiceList(
        items=tuple(guide.catalogue.card(s, audience, now) for s in found),
        facets=facet_counts(found),
    )


@router.get("/services/{service_id}", responses=told(401, 404, 422, 503))
def service(request: Request, service_id: str, audience: AudienceParameter) -> ServiceDetail:
    """One entry with its texts, evidence and related entries."""
    guide = _guide(request)
    entry = guide.catalogue.services.get(service_id)
    if entry is None or not audience.sees(entry.audience):
        raise HTTPException(404, f"No entry has the id {service_id!r}; see /v1/services.")
    return ServiceDetail(
        card=guide.catalogue.card(entry, audience, dt.datetime.now(dt.UTC)),
        sections=tuple(_section(p) for p in guide.catalogue.passages_of(entry.id, audience)),
        related={
            "alternatives": _shown(guide, entry.alternatives, audience),
            "combines_with": _shown(guide, entry.combines_with, audience),
            "replaced_by": _shown(guide, entry.replaced_by, audience),
        },
    )


@router.get("/passages/{passage_id}", responses=told(401, 404, 422, 503))
def passage(request: Request, passage_id: str, audience: AudienceParameter) -> PassageView:
    """One passage: the text that quotes are taken from, and the documents behind it."""
    found = _guide(request).catalogue.passages.get(passage_id)
    if found is None or not audience.sees(found.audience):
        raise HTTPException(404, f"No passage has the id {passage_id!r}.")
    return PassageView(
        passage_id=found.id,
        service_id=found.service_id,
        title=found.title,
        text=found.text,
        evidence=found.evidence,
    )


@router.get("/glossary", responses=told(401, 422, 503))
def glossary(request: Request, audience: AudienceParameter) -> Glossary:
    """Words and abbreviations that the audience may read of, each explained by a passage."""
    catalogue = _guide(request).catalogue
    terms = sorted(catalogue.knowledge.content.glossary, key=lambda one: one.term.casefold())
    found = ((term, quoted(catalogue, term, audience)) for term in terms)
    return Glossary(
        items=tuple(
            GlossaryItem(term=term.term, also=term.also, text=text.text, passage_id=text.passage_id)
            for term, text in found
            if text is not None
        )
    )


@router.get("/knowledge", responses=told(503))
def knowledge(request: Request) -> KnowledgeView:
    """Version and size of the published knowledge."""
    catalogue = _guide(request).catalogue
    return KnowledgeView(
        version=catalogue.version,
        built_at=catalogue.knowledge.built_at,
        embedder=catalogue.knowledge.embedder,
        counts=Counts.model_validate(counts(catalogue, dt.datetime.now(dt.UTC).date())),
    )


def _visible(guide: Guide, audience: Audience) -> list[Service]:
    entries = (s for s in guide.catalogue.services.values() if audience.sees(s.audience))
    return sorted(entries, key=lambda entry: entry.name.casefold())


def _shown(guide: Guide, ids: tuple[str, ...], audience: Audience) -> tuple[str, ...]:
    found = (guide.catalogue.services.get(service_id) for service_id in ids)
    return tuple(entry.id for entry in found if entry and audience.sees(entry.audience))


def _by_words(entries: list[Service], words: str) -> list[Service]:
    """Entries whose name, aliases, target group or summary hold every word."""
    wanted = words.casefold().split()
    return [entry for entry in entries if all(word in _words(entry) for word in wanted)]


def _words(entry: Service) -> str:
    parts = (entry.name, *entry.aliases, entry.who_it_is_for, entry.summary.sv)
    return " ".join(parts).casefold()


def _section(found: Passage) -> SectionView:
    return SectionView(
        passage_id=found.id,
        title=found.title,
        role=found.role,
        language=found.language,
        text=found.text,
        evidence=found.evidence,
    )
