"""An entry's fields told in fixed forms, absences included, so that they can be cited."""

from collections.abc import Sequence

from guide.catalogue.messages import Messages
from guide.catalogue.missing import missing_facets
from guide.model.contact import Contact
from guide.model.service import Service
from guide.model.terms import Facet, Kind, Language, NeedsTest, ServiceStatus


class FactTeller:
    """Renders facts from fields. Every fact is one sentence that stands alone."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def needs_test(self, service: Service, language: Language) -> str | None:
        """The fixed form, or None where a needs assessment does not apply."""
        if service.needs_test is NeedsTest.NOT_APPLICABLE:
            return None
        key = f"fakta.needs_test.{service.needs_test}"
        sourced = service.needs_test is not NeedsTest.UNKNOWN
        if sourced and service.status is ServiceStatus.UNCERTAIN and service.as_of is not None:
            key += "_dated"
        return self._say(key, service, language)

    def status(self, service: Service, language: Language) -> str | None:
        """The year's warning for what is not current, else None."""
        if service.status is ServiceStatus.CURRENT:
            return None
        key = f"fakta.status.{service.status}"
        if service.as_of is None:
            key = "fakta.status.undated"
        return self._say(key, service, language)

    def existence(self, service: Service, language: Language) -> str | None:
        """Whether it exists, with the source's year; None for subjects, and what is current and
        undated."""
        if service.status is not ServiceStatus.CURRENT:
            return self.status(service, language)
        if service.as_of is None or service.kind in (Kind.TOPIC, Kind.LEGAL_TOPIC):
            return None
        return self._say("fakta.status.current", service, language)

    def initiated_by(self, service: Service, language: Language) -> str:
        if service.initiated_by is None:
            return self._say("fakta.initiated_by.unknown", service, language)
        return self._say("fakta.initiated_by.known", service, language, value=service.initiated_by)

    def facet(self, service: Service, facet: Facet, language: Language) -> str | None:
        """The value of a field that is filled in, else None."""
        value = self._value(service, facet, language)
        if value is None:
            return None
        return self._say(f"fakta.facet.{facet}", service, language, value=value)

    def absence(self, service: Service, facet: Facet, language: Language) -> str:
        """That no source says it."""
        return self._say(f"fakta.absent.{facet}", service, language)

    def absences(
        self, service: Service, contacts: Sequence[Contact], language: Language
    ) -> str | None:
        """All that is missing in one sentence, or None when nothing is."""
        facets = missing_facets(service, contacts)
        if not facets:
            return None
        labels = [self._messages.get(f"facet.{facet}", language) for facet in facets]
        told = self._messages.either(labels, language)
        return self._say("fakta.missing", service, language, facets=told)

    def contact(self, service: Service, contact: Contact, language: Language) -> str:
        """Whom to contact, with the number from the record and the date it was verified."""
        if contact.label == service.name or contact.id == service.id:
            key = "fakta.contact.own"
        elif contact.general:
            key = "fakta.contact.general"
        else:
            key = "fakta.contact.through"
        how = self._reach(contact, language)
        return self._say(key, service, language, label=contact.label, how=how)

    def reach(self, contact: Contact, language: Language) -> str:
        """The contact's own number, for where the entry's text has already named the contact."""
        how = self._reach(contact, language)
        return self._messages.get("fakta.contact.reach", language, label=contact.label, how=how)

    def verified(self, contact: Contact, language: Language) -> str:
        if contact.verified is None:
            return self._messages.get("fakta.verified.undated", language, label=contact.label)
        month = contact.verified.strftime("%Y-%m")
        return self._messages.get(
            "fakta.verified.dated", language, label=contact.label, month=month
        )

    def _reach(self, contact: Contact, language: Language) -> str:
        if contact.phone is not None:
            return self._messages.get("fakta.reach.phone", language, phone=contact.phone)
        if contact.url is not None:
            return self._messages.get("fakta.reach.url", language, url=contact.url)
        if contact.address is not None:
            return self._messages.get("fakta.reach.address", language, address=contact.address)
        return self._messages.get("fakta.reach.unknown", language)

    def _value(self, service: Service, facet: Facet, language: Language) -> str | None:
        if facet is Facet.AGE and service.ages is not None:
            return self._age_range(service, language)
        values = {
            Facet.COST: service.cost,
            Facet.WAITING_TIME: service.waiting_time,
            Facet.PLACE: service.place,
            Facet.DOCUMENTATION: service.documentation,
        }
        return values.get(facet)

    def _age_range(self, service: Service, language: Language) -> str:
        ages = service.ages
        if ages is None:
            return ""
        if ages.max is None:
            return self._messages.get("fakta.ages.from", language, min=ages.min)
        if ages.min is None:
            return self._messages.get("fakta.ages.to", language, max=ages.max)
        return self._messages.get("fakta.ages.between", language, min=ages.min, max=ages.max)

    def _say(self, key: str, service: Service, language: Language, **values: object) -> str:
        return self._messages.get(
            key, language, name=service.name, as_of=service.as_of or "", **values
        )
