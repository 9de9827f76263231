"""Facts that must not change unseen: a wrong number, a lost needs-test, a staff text set free."""

import hashlib
from collections.abc import Iterator, Mapping

from pydantic import Field

from guide.catalogue.catalogue import Catalogue
from guide.model.terms import Audience
from guide.model.value import Value


class Facts(Value):
    """Of one published state.

    `contacts`: how each record is reached. `needs_test`: what each entry says. `staff`: where each
    text for staff alone stands, by a digest of it; `open`: the digests of texts that residents see.
    """

    contacts: dict[str, str]
    needs_test: dict[str, str]
    staff: dict[str, str]
    open: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Facts":
        content = catalogue.knowledge.content
        texts = [
            (_digest(section.text), f"{service.id}: {section.title}", audience)
            for service in content.services
            for section in service.sections
            for audience in (_seen_by(service.audience, section.audience),)
        ]
        return cls(
            contacts={
                c.id: " · ".join(fact for fact in (c.phone, c.email, c.url) if fact)
                for c in content.contacts
            },
            needs_test={s.id: s.needs_test.value for s in content.services},
            staff={digest: place for digest, place, to in texts if to is Audience.STAFF},
            open={digest: place for digest, place, to in texts if to is Audience.RESIDENT},
        )

    def closed(self) -> "Facts":
        """Without what residents see: what a baseline keeps."""
        return self.model_copy(update={"open": {}})


def changed_contacts(accepted: Facts, now: Facts) -> Iterator[str]:
    """Records that are reached in another way than was accepted; new and removed ones pass."""
    yield from _changed(accepted.contacts, now.contacts)


def changed_needs_tests(accepted: Facts, now: Facts) -> Iterator[str]:
    """Entries that say another thing of the needs assessment than was accepted."""
    yield from _changed(accepted.needs_test, now.needs_test)


def freed_texts(accepted: Facts, now: Facts) -> Iterator[str]:
    """Texts that were for staff alone and that residents see now."""
    yield from (
        f"{place} was for staff alone" for digest, place in now.open.items()
        if digest in accepted.staff
    )  # fmt: skip


def _changed(accepted: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name, value in now.items():
        before = accepted.get(name, value)
        if before != value:
            yield f"{name}: accepted {before or 'nothing'}, now {value or 'nothing'}"


def _seen_by(*audiences: Audience) -> Audience:
    return Audience.STAFF if Audience.STAFF in audiences else Audience.RESIDENT


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:16]
