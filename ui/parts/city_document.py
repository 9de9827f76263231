"""The city's own document at the place that a source names, for staff."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from ui.client import ApiError
from ui.desk_client import DeskClient
from ui.markup import render
from ui.model import Evidence
from ui.parts.citation import EvidenceFacts, evidence_facts, mark_quote
from ui.wording import Wording

MOST_DOCUMENTS = 3


@dataclass(frozen=True)
class Place:
    """Where a source stands; `note` says why `passages` is empty."""

    facts: EvidenceFacts
    passages: tuple[tuple[str, Markup], ...]
    note: str = ""


def documents_html(evidence: Iterable[Evidence], client: DeskClient, words: Wording) -> Markup:
    """What the documents themselves say at those lines; empty without evidence that has lines."""
    lines = [line for line in dict.fromkeys(evidence) if line.lines][:MOST_DOCUMENTS]
    if not lines:
        return Markup("")
    places = [_place(line, client, words) for line in lines]
    return render("city_document", w=words, places=places)


def _place(line: Evidence, client: DeskClient, words: Wording) -> Place:
    facts = evidence_facts(line, words)
    try:
        found = client.document(line.document, line.lines or "")
    except ApiError as error:
        missing = error.cause == "missing"
        note = words("desk.document_missing" if missing else "desk.document_failed")
        return Place(facts, (), note)
    passages = tuple(
        (_lines(passage.lines, words), _marked(passage.text, line)) for passage in found.passages
    )
    return Place(facts, passages, words("desk.document_without"))


def _marked(text: str, line: Evidence) -> Markup:
    return mark_quote(text, line.anchor or "") or escape(text)


def _lines(lines: str | None, words: Wording) -> str:
    return words("source.lines", lines=lines) if lines else ""
