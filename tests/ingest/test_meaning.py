"""Phrases are held against other entries by meaning."""

from pathlib import Path

from ingest.check import check
from ingest.load import Loader
from tests.ingest.editing import edit, line_of
from tests.small_knowledge import TODAY
from tests.word_embedder import WordEmbedder

ENTRY = "services/ekstodet.md"


def test_a_phrase_that_speaks_of_another_entry_is_told(knowledge: Path) -> None:
    loaded = Loader(knowledge).load()
    assert not [p for p in check(loaded, None, TODAY, WordEmbedder()) if p.code == "nearer-phrase"]
    edit(knowledge, ENTRY, "jag vill ha ekonomi nummer 4", "bostad bostad bostad")
    problems = check(Loader(knowledge).load(), None, TODAY, WordEmbedder())
    (problem,) = [p for p in problems if p.code == "nearer-phrase"]
    assert (problem.file, problem.field) == (ENTRY, "phrases.sv.4")
    assert problem.line == line_of(knowledge, ENTRY, "bostad bostad")
    assert "boendehjalpen" in problem.message
