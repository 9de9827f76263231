"""Documents of the city become passages with document, lines and year, for whom the record says."""

from pathlib import Path

import pytest

from guide.model.evidence import Source
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from ingest.document_passages import ReadDocuments, read_documents
from ingest.problems import Severity
from tests.ingest.workshop import Workshop

REPORT = """# Stöd till barn

Under våren fick fyrtio barn stöd i skolan, och köerna till stödet var långa i hela staden.

# Ekonomi

Nämnden redovisar ett underskott på tre miljoner kronor, som beror på dyra placeringar i år.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    (made / "rapport.md").write_text(REPORT, encoding="utf-8")
    return made


def source(**fields: object) -> Source:
    plain = {"id": "R24", "title": "Rapport", "as_of": 2024, "file": "rapport.md"}
    return Source.model_validate({**plain, **fields})


def passages(folder: Path, *sources: Source) -> tuple[Passage, ...]:
    read = read_documents(sources, folder)
    assert read.problems == ()
    return read.passages


def test_a_passage_knows_its_document_heading_lines_and_year(folder: Path) -> None:
    first, second = passages(folder, source())
    assert (first.id, first.service_id, first.shelf) == ("R24:rad-3", "R24", Shelf.DOCUMENTS)
    assert (first.title, second.title) == ("Rapport: Stöd till barn", "Rapport: Ekonomi")
    (evidence,) = first.evidence
    assert (evidence.document, evidence.lines, evidence.as_of) == ("R24", "3", 2024)
    assert evidence.anchor == "Under våren fick fyrtio barn stöd i skolan,"
    assert first.search_text.startswith("Rapport. Stöd till barn. Under våren")


def test_documents_are_for_staff_unless_the_record_says_otherwise(folder: Path) -> None:
    assert {p.audience for p in passages(folder, source())} == {Audience.STAFF}
    told = passages(folder, source(audience="resident"))
    assert {p.audience for p in told} == {Audience.RESIDENT}


def test_what_a_newer_document_says_again_is_told_from_that_one(folder: Path) -> None:
    newer = REPORT.replace("tre miljoner", "fem miljoner").replace("dyra", "många")
    newer = newer.replace("Nämnden redovisar", "Socialnämnden räknar i stället med")
    (folder / "reviderad.md").write_text(newer, encoding="utf-8")
    found = passages(
        folder, source(superseded_by="R24b"), source(id="R24b", file="reviderad.md", title="Ny")
    )
    assert [p.id for p in found] == ["R24:rad-7", "R24b:rad-3", "R24b:rad-7"]


def test_a_file_without_a_record_is_not_read_and_is_reported(folder: Path) -> None:
    (folder / "okand.txt").write_text("En text som ingen har beskrivit.", encoding="utf-8")
    read = read_documents([source()], folder)
    assert {p.service_id for p in read.passages} == {"R24"}
    (problem,) = read.problems
    assert (problem.file, problem.severity) == ("okand.txt", Severity.WARNING)
    assert "ingest import okand.txt" in problem.remedy


def test_a_document_that_cannot_be_read_is_an_error(folder: Path) -> None:
    (folder / "rapport.pdf").write_bytes(b"%PDF-1.7 broken")
    sources = [source(), source(id="trasig", file="rapport.pdf")]
    (problem,) = read_documents(sources, folder).problems
    assert problem.severity is Severity.ERROR
    assert "rapport.pdf" in problem.file


def test_a_record_whose_file_is_not_at_hand_is_passed_over(folder: Path) -> None:
    (folder / "rapport.md").unlink()
    assert read_documents([source()], folder) == ReadDocuments((), ())
    assert read_documents([source()], None) == ReadDocuments((), ())


@pytest.mark.parametrize("file", ["../rapport.md", "{folder}/rapport.md", "..", ".", "", "a" * 999])
def test_a_record_reaches_no_file_outside_the_folder(folder: Path, file: str) -> None:
    inner = folder / "inner"
    inner.mkdir()
    named = source(file=file.format(folder=folder))
    assert read_documents([named], inner) == ReadDocuments((), ())


def test_an_edited_document_embeds_what_changed_and_a_removed_one_is_forgotten(
    workshop: Workshop,
) -> None:
    sources = workshop.knowledge / "sources.yaml"
    record = "- {id: R24, title: Rapport, as_of: 2024, file: rapport.md}\n"
    sources.write_text(sources.read_text(encoding="utf-8") + record, encoding="utf-8")
    document = workshop.documents / "rapport.md"
    document.parent.mkdir()
    document.write_text(REPORT, encoding="utf-8")
    before = workshop.sync().run()
    document.write_text(REPORT.replace("tre miljoner", "två miljoner"), encoding="utf-8")
    edited = workshop.sync().run()
    assert (edited.added, edited.removed, edited.kept) == (1, 1, before.added - 1)
    document.unlink()
    assert workshop.sync().run().removed == 2
    assert workshop.digests() == workshop.published_digests()


def test_residents_keep_what_only_staff_may_read_in_the_newer_document(folder: Path) -> None:
    (folder / "ny.md").write_text(REPORT, encoding="utf-8")
    old = source(superseded_by="R24b", audience="resident")
    found = passages(folder, old, source(id="R24b", file="ny.md"))
    assert [p.service_id for p in found if p.audience is Audience.RESIDENT] == ["R24", "R24"]


def test_every_passage_of_a_document_on_one_line_has_its_own_id(folder: Path) -> None:
    sections = "".join(f"<h2>Rubrik {n}</h2><p>Text nummer {n} om stöd.</p>" for n in range(12))
    (folder / "sida.html").write_text(f"<html><body><main>{sections}</main></body></html>", "utf-8")
    found = passages(folder, source(), source(id="sida", file="sida.html"))
    assert len({p.id for p in found}) == len(found) > 10
