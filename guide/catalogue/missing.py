"""What the sources do not say about an entry."""

from collections.abc import Sequence

from guide.model.contact import Contact
from guide.model.service import Service
from guide.model.terms import Facet


def missing_facets(service: Service, contacts: Sequence[Contact]) -> tuple[Facet, ...]:
    """Facets that no field and no contact of the entry's own fills, in the order of `Facet`.

    A switchboard's number, hours and address are not the entry's own, except the switchboard's.
    """
    own = [c for c in contacts if not c.general or c.id == service.id]
    filled = {
        Facet.COST: service.cost is not None,
        Facet.HOURS: any(contact.hours for contact in own),
        Facet.WAITING_TIME: service.waiting_time is not None,
        Facet.AGE: service.ages is not None,
        Facet.PLACE: service.place is not None or any(contact.address for contact in own),
        Facet.CONTACT: bool(own),
        Facet.DOCUMENTATION: service.documentation is not None,
    }
    return tuple(f for f in Facet if not filled[f] and f not in service.not_missing)
