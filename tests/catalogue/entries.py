"""Small entries and contacts for the catalogue's tests."""

from typing import Any

from guide.model.contact import Contact
from guide.model.service import Service


def service(**fields: Any) -> Service:
    """A valid entry with the fields given."""
    plain = {
        "id": "bokrummet",
        "name": "Bokrummet",
        "kind": "unit",
        "status": "current",
        "as_of": 2025,
        "needs_test": "none",
        "provider": "own",
        "who_it_is_for": "Vuxna.",
        "contacts": ["bokrummet"],
        "summary": {"sv": "Bokrummet ger läshjälp."},
        "evidence": [{"id": "r", "document": "R25"}],
    }
    return Service.model_validate(plain | fields)


def contact(**fields: Any) -> Contact:
    """A valid contact record with the fields given."""
    plain = {"id": "bokrummet", "label": "Bokrummet", "source": "R25", "verified": None}
    return Contact.model_validate(plain | fields)
