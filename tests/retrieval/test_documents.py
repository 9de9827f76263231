"""Documents are searched beside the entries, for those who may be answered from them."""

import uuid

from guide import wiring
from guide.adapters.chroma_store import ChromaStore
from guide.model.passage import Passage
from guide.model.terms import Audience, Language, Shelf
from guide.retrieval.documents import DocumentSearch
from guide.retrieval.passages import PassageSearch
from ingest.split import with_digests
from tests.small_documents import document_passage
from tests.word_embedder import WordEmbedder

GOAL = document_passage("Målet är lägre frånvaro i skolan.", id="P26:rad-1-2")
OPEN = document_passage("Öppna förskolan är för alla föräldrar.", "B25", audience="resident")
ENTRY = document_passage("Hjälp vid frånvaro i skolan.", "skolan", shelf=Shelf.ENTRIES,
                         audience="resident")  # fmt: skip


def searches(*passages: Passage) -> tuple[PassageSearch, DocumentSearch]:
    """The search over entries and the one over documents, of one store."""
    embedder, indexer = WordEmbedder(), wiring.build_indexer()
    known = list(with_digests(passages, embedder.fingerprint))
    store = ChromaStore.in_memory(f"test-{uuid.uuid4().hex}")
    store.add(known, embedder.embed_passages([p.search_text for p in known]))
    entries = PassageSearch(known, embedder, store, indexer)
    shelf = PassageSearch(known, embedder, store, indexer, Shelf.DOCUMENTS)
    return entries, DocumentSearch(shelf)


def test_each_shelf_finds_its_own() -> None:
    entries, documents = searches(GOAL, OPEN, ENTRY)
    question = "frånvaro i skolan"
    assert {h.passage.id for h in entries.search(question, Audience.STAFF)} == {ENTRY.id}
    assert {h.passage.id for h in documents.search(question, Audience.STAFF)} == {GOAL.id, OPEN.id}


def test_residents_find_only_documents_whose_record_says_so() -> None:
    _, documents = searches(GOAL, OPEN, ENTRY)
    found = documents.search("målet frånvaro skolan föräldrar", Audience.RESIDENT)
    assert [h.passage.id for h in found] == [OPEN.id]
    _, for_staff = searches(GOAL, ENTRY)
    assert for_staff.search("målet frånvaro", Audience.RESIDENT) == []


def test_a_document_further_from_the_question_than_the_best_entry_does_not_fit() -> None:
    _, documents = searches(GOAL, OPEN)

    def fitting(nearest: float | None) -> list[str]:
        found = documents.fitting("frånvaro i skolan", Audience.STAFF, Language.SV, nearest)
        return [hit.passage.id for hit in found]

    near = documents.search("frånvaro i skolan", Audience.STAFF)[0].dense
    assert fitting(near) == [GOAL.id]
    assert fitting(near + 0.2) == []
    assert fitting(None) == [GOAL.id, OPEN.id]


def test_without_documents_nothing_is_found() -> None:
    _, documents = searches(ENTRY)
    assert documents.search("frånvaro", Audience.STAFF) == []
