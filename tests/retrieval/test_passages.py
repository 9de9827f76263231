"""Candidates come from both legs, and only such as the audience may see."""

from collections.abc import Sequence

import numpy as np
import pytest

from guide import wiring
from guide.catalogue.catalogue import Catalogue
from guide.model.passage import Passage
from guide.model.terms import Audience, Shelf
from guide.ports import Scored, Vectors, VectorStore
from guide.retrieval.passages import Hit, PassageSearch
from tests.small_catalogue import catalogue, content, section, service, stored
from tests.word_embedder import WordEmbedder

KNOWN = catalogue(
    content(
        service("ekonomi", sections=[section("about", "Budget och skulder.")]),
        service("bostad", sections=[section("about", "Tak över huvudet utan krav.")]),
        service("metod", audience="staff", sections=[section("about", "Hemlig metod, skulder.")]),
        service("rutin", sections=[section("note", "Rutin för skulder.", audience="staff")]),
    )
)


class ForgetfulStore:
    """A store that knows only some of the vectors, as after a sync by another process."""

    def __init__(self, store: VectorStore, kept: Sequence[str], staff: bool = False) -> None:
        self._store = store
        self._kept = frozenset(kept)
        self._staff = staff

    def digests(self) -> frozenset[str]:
        return self._store.digests() & self._kept

    def add(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        self._store.add(passages, vectors)

    def delete(self, digests: Sequence[str]) -> None:
        self._store.delete(digests)

    def search(
        self, vector: Vectors, limit: int, audience: Audience, shelf: Shelf = Shelf.ENTRIES
    ) -> list[Scored]:
        found = self._store.search(
            vector, limit, Audience.STAFF if self._staff else audience, shelf
        )
        return [scored for scored in found if scored.id in self._kept]


def search_over(known: Catalogue, store: VectorStore) -> PassageSearch:
    passages = list(known.passages.values())
    return PassageSearch(passages, WordEmbedder(), store, wiring.build_indexer())


@pytest.fixture(scope="module")
def search() -> PassageSearch:
    return search_over(KNOWN, stored(KNOWN))


def ids(hits: Sequence[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


def test_the_passage_that_shares_the_words_comes_first(search: PassageSearch) -> None:
    hits = search.search("tak över huvudet", Audience.RESIDENT)
    assert hits[0].passage.id == "bostad:om-1"
    assert hits[0].dense > 0
    assert hits[0].lexical > 0
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_residents_find_neither_staff_entries_nor_staff_sections(search: PassageSearch) -> None:
    found = ids(search.search("hemlig metod och rutin för skulder", Audience.RESIDENT))
    assert found
    assert not {"metod:om-1", "metod:sammanfattning", "rutin:bra-att-veta-1"} & set(found)


def test_staff_find_them(search: PassageSearch) -> None:
    found = ids(search.search("hemlig metod och rutin för skulder", Audience.STAFF))
    assert {"metod:om-1", "rutin:bra-att-veta-1"} <= set(found[:3])


def test_what_is_for_staff_is_left_out_even_if_the_store_returns_it() -> None:
    everything = [passage.digest for passage in KNOWN.passages.values()]
    leaking = search_over(KNOWN, ForgetfulStore(stored(KNOWN), everything, staff=True))
    found = ids(leaking.search("hemlig metod för skulder", Audience.RESIDENT))
    assert found
    assert not [name for name in found if name.startswith("metod:")]


def test_a_passage_that_only_the_words_find_joins_the_candidates() -> None:
    kept = [p.digest for p in KNOWN.passages.values() if p.id != "bostad:om-1"]
    search = search_over(KNOWN, ForgetfulStore(stored(KNOWN), kept))
    hits = {hit.passage.id: hit for hit in search.search("tak över", Audience.RESIDENT)}
    found = hits["bostad:om-1"]
    assert found.lexical > 0
    assert found.dense == min(hit.dense for hit in hits.values())


def test_vectors_of_an_earlier_state_are_ignored() -> None:
    store = stored(KNOWN)
    old = catalogue(content(service("gammal", sections=[section("about", "tak över huvudet")])))
    gone = [passage for passage in old.passages.values() if passage.digest]
    store.add(gone, np.stack([WordEmbedder().embed_query(p.search_text) for p in gone]))
    found = ids(search_over(KNOWN, store).search("tak över huvudet", Audience.RESIDENT))
    assert found[0] == "bostad:om-1"
    assert not [name for name in found if name.startswith("gammal")]


def test_passages_that_are_only_cited_are_never_found(search: PassageSearch) -> None:
    found = ids(search.search("Ekonomi fakta kontakt telefon", Audience.STAFF))
    assert not [name for name in found if name.endswith((":fakta", ":facts", ":kontakt-1"))]


def test_nothing_to_search_finds_nothing() -> None:
    search = PassageSearch([], WordEmbedder(), stored(KNOWN), wiring.build_indexer())
    assert search.search("hjälp", Audience.RESIDENT) == []


def test_equal_scores_are_in_the_order_of_ids_however_passages_are_given() -> None:
    entries = [service(f"lika-{n}", name="Lika", summary={"sv": "Samma ord."}) for n in range(6)]
    for given in (entries, entries[::-1]):
        known = catalogue(content(*given))
        found = ids(search_over(known, stored(known)).search("samma ord", Audience.STAFF))
        summaries = [name for name in found if name.endswith(":sammanfattning")]
        assert summaries == [f"lika-{n}:sammanfattning" for n in range(6)]
