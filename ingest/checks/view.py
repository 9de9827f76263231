"""What every check looks at."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guide.model.knowledge import Content
from guide.model.service import Service
from guide.model.terms import Audience
from ingest.load import Loaded


@dataclass(frozen=True)
class View:
    """The loaded folder, the day it is judged on, and where the city's documents lie."""

    loaded: Loaded
    today: dt.date
    documents: Path | None = None

    @property
    def content(self) -> Content:
        return self.loaded.content

    @cached_property
    def entries(self) -> tuple[tuple[str, Service], ...]:
        """Every entry with its file."""
        return tuple(zip(self.loaded.entry_files, self.content.services, strict=True))

    @cached_property
    def services(self) -> dict[str, Service]:
        """The entries by id."""
        return {service.id: service for service in self.content.services}

    @cached_property
    def source_years(self) -> dict[str, int | None]:
        """The year that each source's facts hold for, None for an undated one."""
        return {source.id: source.as_of for source in self.content.sources}

    def for_residents(self) -> Iterator[tuple[str, Service]]:
        """Entries that residents are offered, with their files."""
        for file, service in self.entries:
            if service.status.offered and service.audience is Audience.RESIDENT:
                yield file, service

    def premise_files(self) -> Iterator[str]:
        """The premises' files, in the order of the content's premises."""
        return (f"premises/{premise.id}.yaml" for premise in self.content.premises)


def ids(items: Iterable[object]) -> set[str]:
    """The ids of records."""
    return {str(getattr(item, "id")) for item in items}  # noqa: B009
