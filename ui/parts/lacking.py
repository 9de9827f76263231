"""Telling what an entry lacks, from a button in a table or a list of entries."""

from collections.abc import Iterable
from dataclasses import dataclass

from ui.client import GuideClient
from ui.model import Card
from ui.parts.press import Presses
from ui.parts.report import open_report
from ui.wording import Wording


@dataclass(frozen=True)
class Lacking:
    """An entry, and the key of the press that asks what it lacks."""

    key: str
    card: Card


def show_lacking(
    entries: Iterable[Lacking],
    presses: Presses,
    client: GuideClient,
    words: Wording,
    version: str | None = None,
) -> None:
    """A hidden button per entry for the one in HTML; the dialog where one was pressed."""
    for entry in entries:
        if presses.was(entry.key, f"{words('desk.lacks')}: {entry.card.name}"):
            open_report(entry.card, client, words, version)
