"""Take a document in: read it, copy it to the documents' folder, write its source record."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import ValidationError

from guide.model.evidence import Source
from ingest.documents.cut import cut
from ingest.documents.reading import UnreadableDocument, read_document
from ingest.load import Loader
from ingest.places import Places
from ingest.problems import Problem, fault, problems_of

SOURCES = "sources.yaml"


class NotImported(Exception):
    """The document was not taken in; holds the problems, and nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))


class Imported(NamedTuple):
    """What was read, and where it was put."""

    passages: int
    headings: int
    copy: Path


def import_document(
    file: Path, record: Mapping[str, object], knowledge: Path, folder: Path
) -> Imported:
    """Reads the file, copies it into the folder and appends its record to sources.yaml.

    Args:
        file: the document.
        record: the fields of its `Source`, without `file`; None values are left out.
        knowledge: the editors' folder; its sources.yaml is made when it is not there.
        folder: the folder of the city's documents; made when it is not there.

    Raises:
        NotImported: the document cannot be read, the record is wrong, the id or the file name is
            taken, or a file cannot be written; nothing was changed.
    """
    source = _source({**record, "file": file.name})
    problems = list(_taken(source, file, knowledge, folder))
    if problems:
        raise NotImported(*problems)
    try:
        cuttings = cut(read_document(file))
    except UnreadableDocument as error:
        raise NotImported(error.problem) from error
    copy = folder / file.name
    _write(file, copy, knowledge / SOURCES, _appended(source, knowledge / SOURCES))
    headings = {cutting.headings for cutting in cuttings}
    return Imported(len(cuttings), len(headings), copy)


def _source(record: Mapping[str, object]) -> Source:
    told = {key: value for key, value in record.items() if value is not None}
    try:
        return Source.model_validate(told)
    except ValidationError as error:
        raise NotImported(*problems_of(error, SOURCES, Places())) from error


def _taken(source: Source, file: Path, knowledge: Path, folder: Path) -> Iterator[Problem]:
    loaded = Loader(knowledge).load()
    known = {known.id: known for known in loaded.content.sources}
    yield from (p for p in loaded.problems if p.file in (SOURCES, str(knowledge)))
    if source.id in known:
        yield _problem("id", f"Källan {source.id!r} finns redan.", "Välj ett annat id.")
    if source.id in {service.id for service in loaded.content.services}:
        yield _problem("id", f"En post heter redan {source.id!r}.", "Välj ett annat id.")
    if source.file in {other.file for other in known.values()}:
        yield _problem("file", f"En källa har redan filen {source.file}.", "Byt namn på filen.")
    if source.superseded_by is not None and source.superseded_by not in known:
        yield _problem("superseded_by", f"Källan {source.superseded_by!r} finns inte.",
                       "Ange ett id som finns i sources.yaml.")  # fmt: skip
    there = folder / file.name
    if there.exists() and not _same(there, file):
        yield _problem("file", f"{there} finns redan med annat innehåll.", "Byt namn på filen.")


def _same(first: Path, second: Path) -> bool:
    return first.samefile(second) or first.read_bytes() == second.read_bytes()


def _appended(source: Source, path: Path) -> str:
    """The file with the record last; what editors wrote, comments too, stays as it is."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    record = source.model_dump(mode="json", exclude_defaults=True)
    told = yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=100)
    text = f"{old.rstrip()}\n{told}" if old else told
    try:
        whole = yaml.safe_load(text) == [*(yaml.safe_load(old) or []), record]
    except yaml.YAMLError:
        whole = False
    if not whole:
        raise NotImported(
            _problem("", "Posten kan inte läggas sist i filen.",
                     "Börja varje post med '- ' längst till vänster, och försök igen.")
        )  # fmt: skip
    return text


def _write(file: Path, copy: Path, sources: Path, records: str) -> None:
    """Both files, or neither."""
    new = not copy.exists()
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        if new:
            _put(copy, file.read_bytes())
        try:
            _put(sources, records.encode())
        except OSError:
            if new:
                copy.unlink()
            raise
    except OSError as error:
        place = str(error.filename or copy)
        raise NotImported(
            fault("import", place, "", f"Filen går inte att skriva ({error.strerror}).",
                  "Kontrollera att mappen får skrivas och har plats.")
        ) from error  # fmt: skip


def _put(path: Path, data: bytes) -> None:
    """Written beside and put in place in one step."""
    beside = path.with_name(f".{path.stem}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _problem(field: str, message: str, remedy: str) -> Problem:
    return fault("import", SOURCES, field, message, remedy)
