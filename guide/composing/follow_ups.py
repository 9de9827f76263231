"""Questions one might ask next, in texts by people."""

from collections.abc import Sequence

from guide.catalogue.messages import Messages
from guide.model.terms import Facet, Language
from guide.retrieval.services import Ranked
from guide.rules.findings import Findings

MOST = 3


def follow_ups(
    messages: Messages, findings: Findings, ranked: Sequence[Ranked], language: Language
) -> tuple[str, ...]:
    """At most three: facets of the first service that were not asked, then the other services."""
    if not ranked:
        return ()
    first = ranked[0].service.name
    keys = [
        f"follow_up.{facet}"
        for facet in (Facet.DOCUMENTATION, Facet.COST)
        if facet not in findings.facets
    ]
    asked = [messages.get(key, language, name=first) for key in keys]
    others = [
        messages.get("follow_up.next", language, name=other.service.name) for other in ranked[1:3]
    ]
    return tuple([*others, *asked][:MOST])
