"""One published state of the knowledge, ready for look-ups."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from guide.catalogue.cards import card, contact_view
from guide.catalogue.evidence import EvidenceBook
from guide.catalogue.facts import FactTeller
from guide.catalogue.messages import Messages
from guide.model.answer import Card, ContactView, Why
from guide.model.contact import Contact
from guide.model.knowledge import Knowledge
from guide.model.passage import Passage
from guide.model.service import Service
from guide.model.terms import Audience, Language


class Catalogue:
    """Look-ups over one `Knowledge`; it never changes."""

    def __init__(self, knowledge: Knowledge) -> None:
        content = knowledge.content
        self.knowledge = knowledge
        self.version = knowledge.version
        self.services = {service.id: service for service in content.services}
        self.passages = {passage.id: passage for passage in knowledge.passages}
        self.contacts = {contact.id: contact for contact in content.contacts}
        self.elsewhere = frozenset(content.elsewhere)
        self.messages = Messages(content.messages, self.contacts)
        self.facts = FactTeller(self.messages)
        self.evidence = EvidenceBook(content.sources)
        self._by_service: dict[str, list[Passage]] = defaultdict(list)
        for passage in knowledge.passages:
            self._by_service[passage.service_id].append(passage)

    def passages_of(self, service_id: str, audience: Audience) -> list[Passage]:
        """The entry's passages that the audience may see, in the entry's order."""
        return [p for p in self._by_service[service_id] if audience.sees(p.audience)]

    def contacts_of(self, service: Service, audience: Audience) -> tuple[Contact, ...]:
        """The entry's contact records that the audience may see, best first."""
        found = (self.contacts[name] for name in service.contacts)
        return tuple(contact for contact in found if audience.sees(contact.audience))

    def views(
        self, ids: Iterable[str], audience: Audience, now: dt.datetime
    ) -> tuple[ContactView, ...]:
        """Contact records by id, in order, without those that the audience may not see."""
        found = (self.contacts[name] for name in dict.fromkeys(ids))
        return tuple(contact_view(c, now) for c in found if audience.sees(c.audience))

    def card(
        self,
        service: Service,
        audience: Audience,
        now: dt.datetime,
        why: Why | None = None,
        language: Language = Language.SV,
        easy: bool = False,
    ) -> Card:
        return card(service, self.contacts_of(service, audience), now, why, language, easy)

    def numbers(self) -> frozenset[str]:
        """Telephone numbers and e-mail addresses of all contact records, as written."""
        facts = ((c.phone, c.email) for c in self.contacts.values())
        return frozenset(fact for pair in facts for fact in pair if fact)
