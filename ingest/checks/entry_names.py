"""Which entries a sentence names."""

from collections.abc import Iterable

import regex

from guide.model.service import Service

LEAST = 5
"""Shorter names and aliases, such as "Bo", are words that mean other things as well."""


class EntryNames:
    """Looks entries up by name and alias, endings of inflection allowed, case aside."""

    def __init__(self, services: Iterable[Service]) -> None:
        self._owners: dict[str, set[str]] = {}
        for service in services:
            for name in _called(service):
                self._owners.setdefault(name, set()).add(service.id)
        longest_first = sorted(self._owners, key=len, reverse=True)
        self._any = regex.compile(r"\b(?:\L<names>)", names=longest_first)

    def others_in(self, sentence: str, service: Service) -> bool:
        """True where the sentence names an entry other than this one."""
        own = _called(service)
        for match in self._any.finditer(sentence.casefold()):
            if match[0] not in own and self._owners[match[0]] - {service.id}:
                return True
        return False


def _called(service: Service) -> set[str]:
    names = {name.casefold() for name in (service.name, *service.aliases)}
    return {name for name in names if len(name) >= LEAST}
