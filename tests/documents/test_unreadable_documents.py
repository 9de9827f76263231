"""Files that give no text to trust: what their editor is told."""

import zipfile
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission

from ingest.documents import reading
from ingest.documents.reading import SUFFIXES, UnreadableDocument, read_document


def told(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    problem = caught.value.problem
    assert problem.file == path.name
    assert problem.remedy
    return problem.message


def pdf(path: Path, text: str = "Text", password: str = "") -> Path:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=12)
    if password:
        made.set_encryption("ägare", password, permissions=AccessPermission.none())
    if text:
        made.cell(0, 10, text)
    else:
        made.rect(10, 10, 50, 50, style="F")
    made.output(str(path))
    return path


def test_a_locked_pdf(tmp_path: Path) -> None:
    assert "lösenord" in told(pdf(tmp_path / "a.pdf", password="hemligt"))


def test_a_pdf_without_text(tmp_path: Path) -> None:
    assert "textlager" in told(pdf(tmp_path / "a.pdf", text=""))


def test_a_truncated_pdf(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "a.pdf").read_bytes()
    (tmp_path / "b.pdf").write_bytes(whole[: len(whole) // 5])
    assert told(tmp_path / "b.pdf").startswith("PDF-filen")


def test_a_truncated_word_file(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    whole = (tmp_path / "a.docx").read_bytes()
    (tmp_path / "b.docx").write_bytes(whole[: len(whole) // 2])
    assert "skadad" in told(tmp_path / "b.docx")


def test_an_archive_that_is_no_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("annat.txt", "hej")
    assert "skadad" in told(tmp_path / "a.docx")


def test_a_word_file_that_unpacks_to_too_much(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(4):
            package.writestr(f"word/{number}.xml", bytes(100 * 1024 * 1024))
    assert "packas upp" in told(tmp_path / "a.docx")


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_that_cannot_be_opened(tmp_path: Path, suffix: str) -> None:
    assert "går inte att öppna" in told(tmp_path / f"saknas{suffix}")


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_an_empty_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"")
    assert told(tmp_path / f"a{suffix}") == "Filen är tom."


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - {".pdf", ".docx"}))
def test_a_file_with_nothing_to_read(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_text(" \n\n 12 \n", encoding="utf-8")
    assert told(tmp_path / f"a{suffix}")


def test_a_pdf_that_is_called_text(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf").rename(tmp_path / "a.txt")
    assert ".pdf" in told(tmp_path / "a.txt")


def test_text_that_is_called_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("Vanlig text.", encoding="utf-8")
    assert "något annat" in told(tmp_path / "a.pdf")


def test_an_unknown_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"x")
    assert ".xls" in told(tmp_path / "a.xls")


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1024 * 1024)
    (tmp_path / "a.txt").write_bytes(b"a" * (1024 * 1024 + 1))
    assert "större än 1 MB" in told(tmp_path / "a.txt")


@pytest.mark.parametrize("data", [b"\xff\xfeh\x00e\x00j\x00", bytes(range(128, 256)) * 3])
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert "UTF-8" in told(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_swedish_text_in_the_encodings_of_offices_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Stöd åt äldre – för alla.\r\nJa.".encode(encoding))
    (block,) = read_document(tmp_path / "a.txt").blocks
    assert block.text == "Stöd åt äldre – för alla. Ja."
    assert block.lines == (1, 2)
