"""Evidence joined with its source."""

from collections.abc import Iterable, Mapping

from guide.model.contact import Contact
from guide.model.evidence import Evidence, EvidenceLine, Source
from guide.model.service import Service


class EvidenceBook:
    """Looks up what stands behind an entry's claims."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources: Mapping[str, Source] = {source.id: source for source in sources}

    def lines(self, service: Service, ids: Iterable[str]) -> tuple[EvidenceLine, ...]:
        """Evidence lines of the entry's evidence with these ids, in the entry's order."""
        wanted = set(ids)
        return tuple(self._line(item) for item in service.evidence if item.id in wanted)

    def for_field(self, service: Service, *fields: str) -> tuple[EvidenceLine, ...]:
        """Evidence that supports the first of the fields that has any; all of it when none has."""
        every = tuple(item.id for item in service.evidence)
        ids = next(filter(None, map(service.evidence_for, fields)), every)
        return self.lines(service, ids)

    def of_contact(self, contact: Contact) -> tuple[EvidenceLine, ...]:
        source = self._sources[contact.source]
        return (self._of_source(source, None, None),)

    def _line(self, item: Evidence) -> EvidenceLine:
        return self._of_source(self._sources[item.document], item.lines, item.anchor)

    @staticmethod
    def _of_source(source: Source, lines: str | None, anchor: str | None) -> EvidenceLine:
        return EvidenceLine(
            document=source.id,
            title=source.title,
            lines=lines,
            as_of=source.as_of,
            anchor=anchor,
            url=source.url,
        )
