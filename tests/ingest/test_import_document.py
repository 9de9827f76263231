"""Taking a document in: all of it or nothing, with a record that says what it is."""

from pathlib import Path

import pytest

from ingest.import_document import NotImported, import_document
from ingest.load import Loader

TEXT = "# Plan\n\nNämnden vill att fler barn ska klara skolan, och följer frånvaron varje månad.\n"
RECORD = {"id": "plan-2027", "title": "Plan 2027", "as_of": 2027, "audience": "staff", "url": None}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    made = tmp_path / "plan.md"
    made.write_text(TEXT, encoding="utf-8")
    return made


def sources(knowledge: Path) -> str:
    return (knowledge / "sources.yaml").read_text(encoding="utf-8")


def test_a_document_is_copied_and_gets_a_record(
    plan: Path, knowledge: Path, tmp_path: Path
) -> None:
    before = sources(knowledge)
    done = import_document(plan, RECORD, knowledge, tmp_path / "in" / "documents")
    assert (done.passages, done.headings) == (1, 1)
    assert done.copy.read_text(encoding="utf-8") == TEXT
    assert sources(knowledge).startswith(before.rstrip())
    loaded = Loader(knowledge).load()
    assert loaded.problems == ()
    added = loaded.content.sources[-1]
    assert (added.id, added.as_of, added.file) == ("plan-2027", 2027, "plan.md")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"id": "R25"}, "id"), ({"id": "ekstodet"}, "id"), ({"id": "Plan 27"}, "id"),
     ({"as_of": 27}, "as_of"), ({"superseded_by": "finns-inte"}, "superseded_by")],
)  # fmt: skip
def test_a_wrong_record_changes_nothing(
    plan: Path, knowledge: Path, tmp_path: Path, wrong: dict[str, object], field: str
) -> None:
    before, folder = sources(knowledge), tmp_path / "documents"
    with pytest.raises(NotImported, match=rf"sources\.yaml.*\[{field}\]"):
        import_document(plan, {**RECORD, **wrong}, knowledge, folder)
    assert sources(knowledge) == before
    assert not folder.exists()


def test_a_file_that_cannot_be_read_changes_nothing(knowledge: Path, tmp_path: Path) -> None:
    before = sources(knowledge)
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(b"PK\x03\x04 half a file")
    with pytest.raises(NotImported, match=r"trasig\.docx"):
        import_document(broken, RECORD, knowledge, tmp_path / "documents")
    assert sources(knowledge) == before
    assert not (tmp_path / "documents").exists()


def test_another_document_of_the_same_name_is_never_written_over(
    plan: Path, knowledge: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "plan.md").write_text("En annan plan.", encoding="utf-8")
    with pytest.raises(NotImported, match="finns redan med annat innehåll"):
        import_document(plan, RECORD, knowledge, folder)
    assert (folder / "plan.md").read_text(encoding="utf-8") == "En annan plan."


def test_a_folder_that_cannot_be_made_is_named(plan: Path, knowledge: Path, tmp_path: Path) -> None:
    before, folder = sources(knowledge), tmp_path / "documents"
    folder.write_text("i vägen", encoding="utf-8")
    with pytest.raises(NotImported, match=rf"fel: {folder}: .*går inte att skriva"):
        import_document(plan, RECORD, knowledge, folder)
    assert sources(knowledge) == before


def test_a_record_that_cannot_be_written_leaves_no_document_either(
    plan: Path, knowledge: Path, tmp_path: Path
) -> None:
    before, folder = sources(knowledge), tmp_path / "documents"
    (knowledge / ".sources.tmp").mkdir()
    with pytest.raises(NotImported, match="går inte att skriva"):
        import_document(plan, RECORD, knowledge, folder)
    assert sources(knowledge) == before
    assert list(folder.iterdir()) == []


def test_a_knowledge_folder_that_is_not_there_is_named_with_its_setting(
    plan: Path, tmp_path: Path
) -> None:
    with pytest.raises(NotImported, match=r"saknas: .*GUIDE_KNOWLEDGE_DIR"):
        import_document(plan, RECORD, tmp_path / "saknas", tmp_path / "documents")
    assert not (tmp_path / "documents").exists()


def test_the_first_record_makes_the_list(plan: Path, knowledge: Path, tmp_path: Path) -> None:
    (knowledge / "sources.yaml").unlink()
    import_document(plan, RECORD, knowledge, tmp_path / "documents")
    assert [s.id for s in Loader(knowledge).load().content.sources] == ["plan-2027"]


def test_a_byte_order_mark_of_the_list_does_no_harm(
    plan: Path, knowledge: Path, tmp_path: Path
) -> None:
    (knowledge / "sources.yaml").write_text(sources(knowledge), encoding="utf-8-sig")
    import_document(plan, RECORD, knowledge, tmp_path / "documents")
    assert [s.id for s in Loader(knowledge).load().content.sources] == ["R25", "plan-2027"]


def test_a_list_that_cannot_be_added_to_stays_as_it_was(
    plan: Path, knowledge: Path, tmp_path: Path
) -> None:
    path = knowledge / "sources.yaml"
    path.write_text("".join(f"  {line}\n" for line in sources(knowledge).splitlines()), "utf-8")
    before = sources(knowledge)
    assert Loader(knowledge).load().problems == ()
    with pytest.raises(NotImported, match="längst till vänster"):
        import_document(plan, RECORD, knowledge, tmp_path / "documents")
    assert sources(knowledge) == before
    assert not (tmp_path / "documents").exists()
