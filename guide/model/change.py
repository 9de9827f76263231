"""What changed in the knowledge from one publishing to the next."""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from guide.model.terms import ServiceStatus
from guide.model.value import Value


class Changed(StrEnum):
    """What of an entry changed."""

    ADDED = "added"
    REMOVED = "removed"
    STATUS = "status"
    NEEDS_TEST = "needs_test"
    CONTACTS = "contacts"
    TEXT = "text"


class Change(Value):
    """One change of one entry."""

    date: dt.date = Field(description="Day it was published")
    service_id: str = Field(description="The entry")
    name: str = Field(description="Its name; when it was removed, the last one")
    what: Changed = Field(description="What changed")
    before: str | None = Field(None, description="Value before; null where there is none to tell")
    after: str | None = Field(None, description="Value after; null where there is none to tell")


class Publishing(Value):
    """What one publishing changed, and between which versions."""

    before: str
    after: str
    changes: tuple[Change, ...]


class ChangeHistory(Value):
    """Publishings since recording began, oldest first."""

    first: dt.date | None = Field(None, description="Day that recording began; null: not yet")
    publishings: tuple[Publishing, ...] = ()

    def up_to(self, version: str) -> "ChangeHistory":
        """What led to the state of that version, the one that is published now: without a last
        publishing that begins at it, which was recorded and has not come, or not yet."""
        kept = self.publishings
        if kept and kept[-1].before == version:
            return self.model_copy(update={"publishings": kept[:-1]})
        return self

    def since(self, day: dt.date) -> tuple[Change, ...]:
        """Changes of that day and later, newest first, each day's in the order recorded."""
        found = [c for one in reversed(self.publishings) for c in one.changes if c.date >= day]
        return tuple(sorted(found, key=lambda change: change.date, reverse=True))


class NewestSource(Value):
    """An entry by the year of its newest source."""

    service_id: str = Field(description="The entry")
    name: str = Field(description="Its name")
    as_of: int = Field(description="Year of its newest source")
    status: ServiceStatus = Field(description="Where it stands in time")


class Changes(Value):
    """What changed since a day."""

    since: dt.date = Field(description="The day asked for")
    first: dt.date | None = Field(
        description="First day that changes are recorded; null: none are recorded yet"
    )
    items: tuple[Change, ...] = Field(description="Newest first")
    newest_sources: tuple[NewestSource, ...] = Field(
        description="Entries whose newest source is of that day's year or later, newest first"
    )
