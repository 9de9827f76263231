"""What the city's reports and plans name can be asked about by that name."""

from pathlib import Path

import pytest

from guide.model.knowledge import Content
from guide.retrieval.names import NameIndex

NAMES = Path(__file__).with_name("names_that_resolve.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def names(content: Content) -> NameIndex:
    return NameIndex(content.services)


def test_every_name_is_a_name_or_an_alias_of_an_entry(content: Content) -> None:
    owners: dict[str, list[str]] = {name.casefold(): [] for name in NAMES}
    for service in content.services:
        for name in {name.casefold() for name in (service.name, *service.aliases)} & owners.keys():
            owners[name].append(service.id)
    assert [name for name, ids in owners.items() if not ids] == []
    assert len(owners) == 130


def test_a_question_that_holds_a_name_names_its_entry(content: Content, names: NameIndex) -> None:
    by_name = {n.casefold(): s.id for s in content.services for n in (s.name, *s.aliases)}
    missed = [n for n in NAMES if by_name[n.casefold()] not in names.mentioned(f"Vad är {n}?")]
    assert missed == []
