"""Evidence of entries and premises, looked up in the city's documents."""

from collections.abc import Iterator

from ingest.anchors import DocumentShelf
from ingest.checks.view import View
from ingest.problems import Problem


def anchors(view: View) -> Iterator[Problem]:
    """Lines that a document lacks and anchors that do not stand there."""
    shelf = DocumentShelf(view.content.sources, view.documents)
    for file, service in view.entries:
        yield from shelf.problems(service.evidence, file)
    for file, premise in zip(view.premise_files(), view.content.premises, strict=True):
        yield from shelf.problems(premise.evidence, file)
