"""What may have become untrue: old contacts, old evidence, years that do not fit."""

from collections.abc import Iterable, Iterator

from guide.catalogue.counts import CRISIS_REVIEW, REVIEW, is_stale
from guide.model.evidence import Evidence
from guide.model.terms import ServiceStatus
from ingest.checks.naming import first_names
from ingest.checks.view import View
from ingest.problems import Problem, warning

OLD_YEARS = 2
"""An offered entry whose newest evidence is older than this many years needs a look."""
MAIN = frozenset({"status", "summary", "who_it_is_for", "needs_test"})


def stale_contacts(view: View) -> Iterator[Problem]:
    """Contacts whose day of verification lies before their review period, one by one."""
    for contact in view.content.contacts:
        if contact.verified is not None and is_stale(contact, view.today):
            days = (CRISIS_REVIEW if contact.crisis else REVIEW).days
            yield warning(
                "stale-contact", "contacts.yaml", f"{contact.id}.verified",
                f"Uppgifterna kontrollerades {contact.verified}, för mer än {days} dagar sedan.",
                "Kontrollera dem mot källan och skriv den dag som källan anger.",
            )  # fmt: skip


def undated_contacts(view: View) -> Iterator[Problem]:
    """Contacts without a day of verification, told together, those of crises first."""
    undated = [contact for contact in view.content.contacts if contact.verified is None]
    undated.sort(key=lambda contact: not contact.crisis)
    if undated:
        names = first_names([contact.id for contact in undated])
        yield warning(
            "undated-contact", "contacts.yaml", f"{undated[0].id}.verified",
            f"{len(undated)} kontakter är odaterade: {names}.",
            "Skriv verified när källan anger en dag. Börja med krisnumren.",
        )  # fmt: skip


def old_evidence(view: View) -> Iterator[Problem]:
    """Current entries whose newest dated evidence is older than two years."""
    oldest = view.today.year - OLD_YEARS
    for file, service in view.entries:
        newest = max(_years(view, service.evidence), default=oldest)
        if service.status is ServiceStatus.CURRENT and newest < oldest:
            yield warning(
                "old-evidence", file, "as_of",
                f"Posten är current, men den nyaste källan är från {newest}.",
                "Sök en nyare källa, eller sätt status till uncertain.",
            )  # fmt: skip


def newer_source(view: View) -> Iterator[Problem]:
    """Entries whose main facts rest on a source newer than the entry's own year.

    A newer source that only adds a section leaves the year as it is.
    """
    for file, service in view.entries:
        main = [item for item in service.evidence if MAIN.intersection(item.supports)]
        newest = max(_years(view, main), default=0)
        if service.as_of is not None and newest > service.as_of:
            yield warning(
                "newer-source", file, "as_of",
                f"as_of är {service.as_of}, men en källa är från {newest}.",
                f"Läs vad källan säger och skriv as_of: {newest} om uppgifterna håller.",
            )  # fmt: skip


def older_status(view: View) -> Iterator[Problem]:
    """Current entries all of whose dated evidence of the status is older than their year."""
    for file, service in view.entries:
        if service.status is not ServiceStatus.CURRENT or service.as_of is None:
            continue
        years = _years(view, [item for item in service.evidence if "status" in item.supports])
        if years and max(years) < service.as_of:
            yield warning(
                "older-status", file, "status",
                f"as_of är {service.as_of}, men källorna till status slutar {max(years)}.",
                "Ange en nyare källa till status, eller sätt status till uncertain.",
            )  # fmt: skip


def _years(view: View, evidence: Iterable[Evidence]) -> list[int]:
    """Years of the dated sources behind the evidence."""
    years = [view.source_years.get(item.document) for item in evidence]
    return [year for year in years if year is not None]
