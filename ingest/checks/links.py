"""Links between entries, and records that nothing links to."""

from collections.abc import Iterator

from guide.model.service import Service
from guide.model.terms import Audience, ServiceStatus
from ingest.checks.messages import contact_tokens
from ingest.checks.references import LINKS, RULE_FILES
from ingest.checks.view import View
from ingest.problems import Problem, fault, warning

GONE = (ServiceStatus.ENDED, ServiceStatus.HISTORICAL)


def links(view: View) -> Iterator[Problem]:
    """Links to oneself, to what is not offered, and to what residents cannot see."""
    for file, service in view.entries:
        for field in LINKS:
            for name in getattr(service, field):
                other = view.services.get(name)
                if name == service.id:
                    yield fault("link-to-itself", file, field, "Posten hänvisar till sig själv.",
                                f"Ta bort {name}.")  # fmt: skip
                elif other is not None:
                    yield from _to_other(file, field, service, other)


def status_and_successor(view: View) -> Iterator[Problem]:
    """Offered entries that are said to be replaced, and ended ones that lead nowhere."""
    for file, service in view.entries:
        if service.status.offered and service.replaced_by:
            yield warning(
                "replaced-but-offered", file, "replaced_by",
                f"Posten är {service.status.value} men anges som ersatt.",
                "Ändra status, eller ta bort replaced_by.",
            )  # fmt: skip
        if service.status in GONE and not (service.replaced_by or service.alternatives):
            yield warning(
                "dead-end", file, "status",
                f"Posten är {service.status.value} och leder inte vidare.",
                "Ange replaced_by eller alternatives.",
            )  # fmt: skip


def unused_contacts(view: View) -> Iterator[Problem]:
    """Contacts that no entry, rule, premise or fixed text names."""
    content = view.content
    used = {name for service in content.services for name in service.contacts}
    used |= {name for premise in content.premises for name in premise.contacts}
    for rules in RULE_FILES:
        used |= {name for rule in getattr(content.rules, rules) for name in rule.contacts}
    used |= {name for rule in content.rules.persons for name in (*rule.contacts, *rule.also)}
    for texts in content.messages.values():
        used |= {name for text in texts.values() for name in contact_tokens(text)}
    for contact in content.contacts:
        if contact.id not in used:
            yield warning("unused", "contacts.yaml", f"{contact.id}.id",
                          f"Ingen använder kontakten {contact.id}.",
                          "Nämn den där den hör hemma, eller ta bort den.")  # fmt: skip


def unused_sources(view: View) -> Iterator[Problem]:
    """Sources that nothing rests on. A document is searched as it stands, so it needs no entry."""
    content = view.content
    used = {item.document for service in content.services for item in service.evidence}
    used |= {item.document for premise in content.premises for item in premise.evidence}
    used |= {contact.source for contact in content.contacts}
    for source in content.sources:
        if source.id not in used and source.file is None:
            yield warning("unused", "sources.yaml", f"{source.id}.id",
                          f"Inget vilar på källan {source.id}.",
                          "Ange den där den hör hemma, eller ta bort den.")  # fmt: skip


def _to_other(file: str, field: str, service: Service, other: Service) -> Iterator[Problem]:
    if field == "alternatives" and not other.status.offered:
        yield warning(
            "alternative-not-offered", file, field,
            f"{other.id} är {other.status.value} och kan inte fås.",
            "Ange något som finns att få.",
        )  # fmt: skip
    if service.audience is Audience.RESIDENT and other.audience is Audience.STAFF:
        yield warning(
            "link-to-staff-entry", file, field,
            f"Posten är för invånare, men {other.id} ser bara personal.",
            "Ta bort hänvisningen, eller skriv den i en post för personal.",
        )  # fmt: skip
