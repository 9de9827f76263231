"""The editors' guide shows how an entry is made: what it shows works, word for word."""

import shutil
from pathlib import Path

import pytest
import regex

from guide import wiring
from guide.model.question import Question
from guide.settings import PROJECT, Settings
from ingest.check import check
from ingest.import_document import import_document
from ingest.load import Loader
from ingest.problems import Severity
from ingest.sync import Sync
from tests.editors_folder import copied_knowledge, write_minutes

GUIDE = (PROJECT / "knowledge" / "README.md").read_text(encoding="utf-8")
COMMAND = regex.search(r'ingest import (\S+) --id (\S+) --title "(.+?)" --year (\d+)', GUIDE)
ENTRY = regex.search(r"Skapa `(\S+)`:\n\n```markdown\n(.*?)```", GUIDE, regex.DOTALL)
QUESTION = regex.search(r'guide ask "(.+?)"', GUIDE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied_knowledge(tmp_path / "knowledge")


@pytest.mark.model
@pytest.mark.slow
def test_from_an_empty_file_to_an_answer(
    folder: Path, tmp_path: Path, real_settings: Settings
) -> None:
    assert COMMAND
    assert ENTRY
    assert QUESTION
    file, source_id, title, year = COMMAND.groups()
    record = {"id": source_id, "title": title, "as_of": int(year)}
    import_document(write_minutes(tmp_path / file), record, folder, folder / "documents")
    (folder / ENTRY[1]).write_text(ENTRY[2], encoding="utf-8")
    found = [p for p in check(Loader(folder).load()) if p.file == ENTRY[1]]
    assert [str(p) for p in found if p.severity is Severity.ERROR] == []

    data = shutil.copytree(real_settings.data_dir, tmp_path / "data", symlinks=True)
    settings = Settings(knowledge_dir=folder, data_dir=data, documents=folder / "documents")
    assert 0 < Sync.from_settings(settings).run().added < 10
    answer = wiring.build_published(settings).current().answer(Question(question=QUESTION[1]))
    assert "sondagsfrukosten" in [card.id for card in answer.services]
    assert any(e.document == source_id for c in answer.citations for e in c.evidence)
