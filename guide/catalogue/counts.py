"""How much the published knowledge holds, and how much of it is stale."""

import datetime as dt
from collections import Counter

from guide.catalogue.catalogue import Catalogue
from guide.model.contact import Contact

REVIEW = dt.timedelta(days=183)
CRISIS_REVIEW = dt.timedelta(days=92)


def is_stale(contact: Contact, today: dt.date) -> bool:
    """Past its review period (crisis three months, else six), or without a date."""
    if contact.verified is None:
        return True
    return today - contact.verified > (CRISIS_REVIEW if contact.crisis else REVIEW)


def counts(catalogue: Catalogue, today: dt.date) -> dict[str, object]:
    """The counts that the API tells of the published state."""
    services = catalogue.services.values()
    return {
        "entries": len(services),
        "by_status": dict(sorted(Counter(s.status.value for s in services).items())),
        "by_needs_test": dict(sorted(Counter(s.needs_test.value for s in services).items())),
        "passages": len(catalogue.passages),
        "without_evidence": sum(not s.evidence for s in services),
        "stale": sum(is_stale(c, today) for c in catalogue.contacts.values()),
    }
