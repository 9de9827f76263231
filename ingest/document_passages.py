"""The city's documents become passages of their own, for those who may be answered from them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from guide.model.evidence import ANCHOR_WORDS, EvidenceLine, Source
from guide.model.passage import Passage
from guide.model.terms import Shelf
from ingest.documents.cut import Cutting, cut
from ingest.documents.likeness import repeated
from ingest.documents.reading import SUFFIXES, UnreadableDocument, read_document
from ingest.problems import Problem, warning
from ingest.source_files import at_hand

SOURCES = "sources.yaml"


class ReadDocuments(NamedTuple):
    """The passages of all documents at hand, and what is wrong with any of them."""

    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...]


def read_documents(sources: Iterable[Source], folder: Path | None) -> ReadDocuments:
    """Reads the files that the sources name and that are in the folder.

    What also stands in a document that supersedes it is left out. A file that no source names is
    not read: its year, and who may be answered from it, are not known.
    """
    if folder is None or not folder.is_dir():
        return ReadDocuments((), ())
    sources = tuple(sources)
    cuttings: dict[str, tuple[Cutting, ...]] = {}
    problems = list(_without_record(sources, folder))
    for source in sources:
        path = at_hand(source, folder)
        if path is not None:
            try:
                cuttings[source.id] = cut(read_document(path))
            except UnreadableDocument as error:
                problems.append(error.problem)
    known = {source.id: source for source in sources}
    passages: list[Passage] = []
    for source in sources:
        if source.id in cuttings:
            newer = known.get(source.superseded_by or "")
            # Whoever may read the old document must be able to read the new one instead.
            replaced = newer is not None and source.audience.sees(newer.audience)
            told = cuttings.get(newer.id, ()) if newer and replaced else ()
            passages += _passages(source, cuttings, told)
    return ReadDocuments(tuple(passages), tuple(problems))


def _passages(
    source: Source, cuttings: dict[str, tuple[Cutting, ...]], newer: tuple[Cutting, ...]
) -> Iterator[Passage]:
    told_again = set(repeated(cuttings[source.id], newer)) if newer else set()
    counts: dict[str, int] = {}
    for cutting in cuttings[source.id]:
        place = _place(cutting)
        counts[place] = counts.get(place, 0) + 1
        if cutting in told_again:
            continue
        heading = cutting.headings[-1] if cutting.headings else ""
        yield Passage(
            id=f"{source.id}:{place}" + (f"-del-{counts[place]}" if counts[place] > 1 else ""),
            service_id=source.id,
            title=f"{source.title}: {heading}" if heading else source.title,
            text=cutting.text,
            audience=source.audience,
            shelf=Shelf.DOCUMENTS,
            evidence=(_evidence(source, cutting),),
            search_text=". ".join([source.title, *cutting.headings, cutting.text]),
        )


def _place(cutting: Cutting) -> str:
    """The slug of a passage's id, by lines, else by page, else by order."""
    if cutting.lines is not None:
        return f"rad-{_span(cutting)}"
    return "stycke" if cutting.page is None else f"sida-{cutting.page}"


def _span(cutting: Cutting) -> str:
    first, last = cutting.lines or (0, 0)
    return str(first) if first == last else f"{first}-{last}"


def _evidence(source: Source, cutting: Cutting) -> EvidenceLine:
    return EvidenceLine(
        document=source.id,
        title=source.title,
        lines=_span(cutting) if cutting.lines is not None else None,
        page=cutting.page,
        as_of=source.as_of,
        anchor=" ".join(cutting.text.split()[:ANCHOR_WORDS]),
        url=source.url,
    )


def _without_record(sources: tuple[Source, ...], folder: Path) -> Iterator[Problem]:
    named = {source.file for source in sources}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and path.name not in named:
            yield warning(
                "document-without-record", path.name, "",
                "Dokumentet har ingen källpost och söks inte.",
                f"Kör python -m ingest import {path.name}, "
                f"eller ange file: {path.name} i {SOURCES}.",
            )  # fmt: skip
