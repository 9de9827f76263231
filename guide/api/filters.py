"""Filter values that the knowledge defines, and so only the knowledge can check."""

from collections.abc import Iterable

from fastapi import HTTPException

from guide.answering import Guide
from guide.model.knowledge import Term
from guide.model.question import Filters


def check_filters(guide: Guide, filters: Filters) -> None:
    """Raises HTTP 422 that names the field and the known ids."""
    content = guide.catalogue.knowledge.content
    _check("groups", filters.groups, content.groups)
    _check("life_areas", filters.life_areas, content.life_areas)


def check_areas(guide: Guide, areas: Iterable[str]) -> None:
    """Raises HTTP 422 that names the known life areas."""
    _check("areas", areas, guide.catalogue.knowledge.content.life_areas)


def _check(field: str, used: Iterable[str], terms: Iterable[Term]) -> None:
    known = sorted(term.id for term in terms)
    if any(name not in known for name in used):
        raise HTTPException(422, f"{field}: use any of {', '.join(known)}")
