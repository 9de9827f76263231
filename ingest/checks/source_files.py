"""What source records say of their files."""

from collections.abc import Iterator

from ingest.checks.view import View
from ingest.problems import Problem, fault
from ingest.source_files import is_file_name


def source_files(view: View) -> Iterator[Problem]:
    """A `file` that is no name of a file in the folder of documents, that another source has, or
    whose passages would be called as those of an entry."""
    owners: dict[str, str] = {}
    for source in view.content.sources:
        if source.file is None:
            continue
        if not is_file_name(source.file):
            yield _fault(source.id, f"{source.file!r} är inget filnamn.",
                         "Lägg filen i dokumentmappen och ange bara dess namn.")  # fmt: skip
        elif owners.setdefault(source.file, source.id) != source.id:
            yield _fault(source.id, f"Källan {owners[source.file]} har redan filen {source.file}.",
                         "Ta bort file på det ena stället.")  # fmt: skip
        elif source.id in view.services:
            yield _fault(source.id, f"En post heter redan {source.id!r}.",
                         "Ge källan ett annat id.")  # fmt: skip


def _fault(source: str, message: str, remedy: str) -> Problem:
    return fault("source-file", "sources.yaml", f"{source}.file", message, remedy)
