"""The city's own document at the place that a source names, for staff."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.markup import render
from ui.model import Evidence
from ui.parts.citation import evidence_facts, mark_quote
from ui.parts.desk_row import place
from ui.situation import CityDocument
from ui.wording import Wording

MOST_DOCUMENTS = 3


@dataclass(frozen=True)
class Place:
    """Where a source stands; `passages` is empty where the document is not published here."""

    name: str
    passages: tuple[tuple[str, Markup], ...]


def documents_html(evidence: Iterable[Evidence], client: DeskClient, words: Wording) -> Markup:
    """What the documents themselves say at those lines; empty without evidence that has lines."""
    lines = [line for line in dict.fromkeys(evidence) if line.lines][:MOST_DOCUMENTS]
    if not lines:
        return Markup("")
    places = [_place(line, client, words) for line in lines]
    return render("city_document", w=words, places=places)


def _place(line: Evidence, client: DeskClient, words: Wording) -> Place:
    found = _fetch(line, client)
    passages = found.passages if found else ()
    return Place(
        name=place(evidence_facts(line, words)),
        passages=tuple(
            (_lines(passage.lines, words), _marked(passage.text, line)) for passage in passages
        ),
    )


def _fetch(line: Evidence, client: DeskClient) -> CityDocument | None:
    try:
        return client.document(line.document, line.lines or "")
    except ApiError:
        return None


def _marked(text: str, line: Evidence) -> Markup:
    return mark_quote(text, line.anchor or "") or escape(text)


def _lines(lines: str | None, words: Wording) -> str:
    return words("source.lines", lines=lines) if lines else ""
