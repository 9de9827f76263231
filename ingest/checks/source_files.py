"""What source records say of their files."""

from collections.abc import Iterator

from ingest.checks.view import View
from ingest.problems import Problem, fault
from ingest.source_files import is_file_name


def source_files(view: View) -> Iterator[Problem]:
    """A `file` that is no name of a file in the folder of documents; it is not read."""
    for source in view.content.sources:
        if source.file is not None and not is_file_name(source.file):
            yield fault(
                "source-file", "sources.yaml", f"{source.id}.file",
                f"{source.file!r} är inget filnamn.",
                "Lägg filen i dokumentmappen och ange bara dess namn.",
            )  # fmt: skip
