"""Questions one might ask next, in texts by people."""

from collections.abc import Iterator, Sequence

from guide.catalogue.catalogue import Catalogue
from guide.model.service import Service
from guide.model.terms import Facet, Kind, Language, NeedsTest, Role
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings

MOST = 3
_NO_MORE_TO_TELL = (Kind.NATIONAL_LINE, Kind.CONTACT_ROUTE, Kind.AUTHORITY)


def follow_ups(
    catalogue: Catalogue, findings: Findings, ranked: Sequence[Ranked], language: Language
) -> tuple[str, ...]:
    """At most three questions that the knowledge can answer and that were not just asked."""
    if not ranked:
        return ()
    asked = [*_others(ranked), *_about(catalogue, findings, ranked[0].service)]
    return tuple(
        catalogue.messages.get(f"follow_up.{key}", language, name=name) for key, name in asked
    )[:MOST]


def _others(ranked: Sequence[Ranked]) -> Iterator[tuple[str, str]]:
    for other in ranked[1:3]:
        if other.service.kind not in _NO_MORE_TO_TELL:
            yield "next", other.service.name


def _about(catalogue: Catalogue, findings: Findings, service: Service) -> Iterator[tuple[str, str]]:
    sections = {section.role for section in service.sections}
    reached = service.kind not in (Kind.TOPIC, Kind.LEGAL_TOPIC, *_NO_MORE_TO_TELL)
    told = Role.DOCUMENTATION in sections and Facet.DOCUMENTATION not in findings.facets
    if reached and told:
        yield "documentation", service.name
    explained = "behovsprovning" in catalogue.services and not findings.asks_needs_test
    if explained and service.needs_test not in (NeedsTest.NONE, NeedsTest.NOT_APPLICABLE):
        yield "needs_test", service.name
