"""Entries and contact records as the API shows them."""

import datetime as dt

from guide.catalogue.missing import missing_facets
from guide.catalogue.opening import open_now
from guide.model.answer import Card, ContactView, HoursView, Why
from guide.model.contact import Contact
from guide.model.service import Service
from guide.model.terms import Language


def contact_view(contact: Contact, now: dt.datetime) -> ContactView:
    """A contact record with whether it is open now."""
    hours = None
    if contact.hours is not None:
        hours = tuple(
            HoursView(days=interval.days, from_=interval.start, to=interval.until)
            for interval in contact.hours
        )
    return ContactView(
        id=contact.id,
        label=contact.label,
        phone=contact.phone,
        email=contact.email,
        url=contact.url,
        address=contact.address,
        hours=hours,
        open_now=open_now(contact, now),
        verified=contact.verified,
        note=contact.note,
    )


def card(
    service: Service,
    contacts: tuple[Contact, ...],
    now: dt.datetime,
    why: Why | None = None,
    language: Language = Language.SV,
    easy: bool = False,
) -> Card:
    """The entry's card; the summary in the language asked for where the entry has it."""
    return Card(
        id=service.id,
        name=service.name,
        aliases=service.aliases,
        kind=service.kind,
        summary=_summary(service, language, easy),
        status=service.status,
        as_of=service.as_of,
        needs_test=service.needs_test,
        needs_test_note=service.needs_test_note,
        prevention_level=service.prevention_level,
        who_it_is_for=service.who_it_is_for,
        ages=service.ages,
        groups=service.groups,
        life_areas=service.life_areas,
        initiated_by=service.initiated_by,
        provider=service.provider,
        contacts=tuple(contact_view(contact, now) for contact in contacts),
        cost=service.cost,
        missing=missing_facets(service, contacts),
        why=why,
    )


def _summary(service: Service, language: Language, easy: bool) -> str:
    if easy and service.summary.easy is not None:
        return service.summary.easy
    return service.summary.text(language) or service.summary.sv
