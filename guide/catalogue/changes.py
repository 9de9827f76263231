"""The history of changes as one file that is replaced whole."""

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from guide.catalogue.whole_file import write_whole
from guide.model.change import Change, Changed, ChangeHistory, Publishing
from guide.model.contact import Contact
from guide.model.knowledge import Content, Knowledge
from guide.model.service import Service

MOST = 2000
"""Changes that are kept; the oldest publishings go first."""

_log = logging.getLogger(__name__)


class ChangeFile:
    """Reads and records changes. A reader sees the old history or the new, never half."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> ChangeHistory:
        """All that is recorded, also a last publishing that may never have come: readers take
        `up_to` the published version. Nothing where there is no file, or one that cannot be read.
        """
        try:
            return ChangeHistory.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return ChangeHistory()
        except OSError as error:
            _log.warning("%s cannot be read (%s)", self._path, error.strerror)
            return ChangeHistory()
        except ValidationError:
            _log.warning("%s is damaged or of another version; changes begin anew", self._path)
            return ChangeHistory()

    def record(self, before: Knowledge | None, version: str, after: Content, day: dt.date) -> None:
        """What publishing `after` as `version` changes; without a state before it, the day alone.

        To be called before the state is published: a recording whose publishing never came is
        told to nobody and is replaced by the next one, so that nothing is told twice.

        Raises:
            OSError: the file cannot be written; what was there is there still.
        """
        history = self.read()
        first = history.first or day
        kept = history.publishings
        if before is not None:
            kept = history.up_to(before.version).publishings
            made = tuple(changes_between(before.content, after, day))
            if made:
                publishing = Publishing(before=before.version, after=version, changes=made)
                kept = (*kept, publishing)
        recorded = ChangeHistory(first=first, publishings=_newest(kept))
        if recorded != history:
            self._put_aside_if_damaged()
            write_whole(self._path, recorded.model_dump_json().encode())

    def _put_aside_if_damaged(self) -> None:
        """A file that holds no history stays beside the new one, under another name."""
        if not self._path.exists():
            return
        try:
            ChangeHistory.model_validate_json(self._path.read_bytes())
        except ValidationError:
            self._path.replace(self._path.with_suffix(".damaged"))


def changes_between(before: Content, after: Content, day: dt.date) -> Iterator[Change]:
    """Every entry that is new, gone, or differs, by name."""
    old = {service.id: service for service in before.services}
    new = {service.id: service for service in after.services}
    entries = {**old, **new}
    for service_id, entry in sorted(entries.items(), key=lambda item: item[1].name.casefold()):
        if service_id not in old:
            yield _change(entry, Changed.ADDED, day, after=entry.status)
        elif service_id not in new:
            yield _change(entry, Changed.REMOVED, day, before=entry.status)
        else:
            yield from _differences(old[service_id], entry, before, after, day)


def _differences(
    old: Service, new: Service, before: Content, after: Content, day: dt.date
) -> Iterator[Change]:
    if old.status is not new.status:
        yield _change(new, Changed.STATUS, day, old.status, new.status)
    if old.needs_test is not new.needs_test:
        yield _change(new, Changed.NEEDS_TEST, day, old.needs_test, new.needs_test)
    reached, reaches = _contacts(old, before), _contacts(new, after)
    if reached != reaches:
        yield _change(new, Changed.CONTACTS, day, reached, reaches)
    elif _records(old, before) != _records(new, after):
        yield _change(new, Changed.CONTACTS, day)
    if _text(old) != _text(new):
        yield _change(new, Changed.TEXT, day)


def _change(
    entry: Service, what: Changed, day: dt.date, before: str | None = None, after: str | None = None
) -> Change:
    return Change(
        date=day, service_id=entry.id, name=entry.name, what=what, before=before, after=after
    )


def _contacts(entry: Service, content: Content) -> str:
    """Whom one reaches and how, as a reader would compare it."""
    reached = ((c.label, c.phone or c.url or c.address) for c in _records(entry, content))
    return ", ".join(" ".join(part for part in one if part) for one in reached)


def _records(entry: Service, content: Content) -> list[Contact]:
    """All of its contact records, with hours and notes."""
    known = {contact.id: contact for contact in content.contacts}
    return [known[name] for name in entry.contacts if name in known]


def _text(entry: Service) -> str:
    """All that a reader reads of it, without what is only searched with."""
    apart = {"status", "needs_test", "contacts", "phrases"}
    return entry.model_dump_json(exclude=apart)


def _newest(publishings: tuple[Publishing, ...]) -> tuple[Publishing, ...]:
    """The newest that together hold at most so many changes; of one that is too long its first."""
    kept: list[Publishing] = []
    left = MOST
    for one in reversed(publishings):
        if left <= 0:
            break
        kept.append(one.model_copy(update={"changes": one.changes[:left]}))
        left -= len(one.changes)
    return tuple(reversed(kept))
