"""What no answer may hold, whatever was asked: each a count that must be 0."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import regex

from guide.catalogue.catalogue import Catalogue
from guide.model.answer import Answer
from guide.model.contact import national_digits
from guide.model.terms import Audience, NeedsTest
from ingest.checks.needs_test import says_free, says_tested

LEAKED = "staff text shown to a resident"
INVENTED = "contact that no record holds"
CONTRADICTED = "needs-test contradicted"
WAYS: dict[str, Literal["more", "less"]] = {LEAKED: "less", INVENTED: "less", CONTRADICTED: "less"}
_EFFECTS = {
    "staff-only": LEAKED,
    "unknown number": INVENTED,
    "unknown address": INVENTED,
    "contact changed": INVENTED,
    "needs-test contradicted": CONTRADICTED,
}
_PHONE = regex.compile(r"(?<![\d–-])(?:\+46|0)\d{1,3}[ \-/]\d[\d \-]{4,}\d(?!\d)")
"""As telephone numbers are written; years and amounts are not."""


class Safety:
    """Looks for them in the answers of one published state."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._numbers = {
            national_digits(contact.phone)
            for contact in catalogue.contacts.values()
            if contact.phone
        }

    def scores(
        self, answer: Answer, effects: Sequence[str], audience: Audience
    ) -> dict[str, float]:
        """`effects` are those of `Effects.of`. To staff nothing leaks: they may see it all."""
        found = Counter(_EFFECTS.get(line.split(":")[0], "") for line in effects)
        found[INVENTED] += sum(1 for _ in self._strange_numbers(answer))
        found[CONTRADICTED] += sum(1 for _ in self._contradictions(answer))
        if audience is Audience.STAFF:
            found[LEAKED] = 0
        return {name: float(found[name]) for name in WAYS}

    def _strange_numbers(self, answer: Answer) -> Iterator[str]:
        """Telephone numbers that stand in a text and in no contact record."""
        for text in (*(s.text for s in answer.sentences), *(n.text for n in answer.notices)):
            for number in _PHONE.findall(text):
                if national_digits(number) not in self._numbers:
                    yield number

    def _contradictions(self, answer: Answer) -> Iterator[str]:
        """Sentences about an entry that say another thing than its field. A sentence that names
        another entry may be about that one."""
        of = {citation.n: citation.service_id for citation in answer.citations}
        for sentence in answer.sentences:
            service = self._catalogue.services.get(of[sentence.cites[0]])
            if service is None or self._names_another(sentence.text, service.id):
                continue
            free, tested = says_free(sentence.text), says_tested(sentence.text)
            if (service.needs_test is NeedsTest.NONE and tested and not free) or (
                service.needs_test is NeedsTest.REQUIRED and free
            ):
                yield sentence.text

    def _names_another(self, text: str, service_id: str) -> bool:
        told = text.casefold()
        own = self._catalogue.services[service_id].name.casefold()
        return any(
            name in told and name not in own
            for service in self._catalogue.services.values()
            if service.id != service_id
            for name in (service.name.casefold(),)
        )
