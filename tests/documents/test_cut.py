"""Passages of a document."""

from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.sentences import sentences
from ingest.documents.block import Block, Document
from ingest.documents.cut import Cutting, cut

WORDS = st.lists(st.sampled_from(["stöd", "barn", "familj", "råd", "hem"]), min_size=1, max_size=45)
SENTENCE = WORDS.map(lambda words: " ".join(words).capitalize() + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=9).map(" ".join)
TABLE = st.lists(SENTENCE, min_size=1, max_size=9).map("\n".join)
HEADINGS = st.sampled_from([(), ("Ett",), ("Ett", "Två")])
BLOCKS = st.lists(
    st.one_of(
        st.builds(Block, text=PARAGRAPH, headings=HEADINGS, kind=st.just("paragraph")),
        st.builds(Block, text=SENTENCE, headings=HEADINGS, kind=st.just("list")),
        st.builds(Block, text=TABLE, headings=HEADINGS, kind=st.just("table")),
    ),
    max_size=12,
)  # fmt: skip


def numbered(blocks: list[Block]) -> Document:
    return Document(blocks=tuple(
        block.model_copy(update={"lines": (10 * n, 10 * n + 5)}) for n, block in enumerate(blocks)
    ))  # fmt: skip


@given(BLOCKS, st.integers(30, 130))
def test_no_word_is_lost_and_no_passage_is_too_long(blocks: list[Block], most: int) -> None:
    document = numbered(blocks)
    cuttings = cut(document, most_words=most)
    assert [w for c in cuttings for w in c.text.split()] == [
        w for b in blocks for w in b.text.split()
    ]
    for cutting in cuttings:
        assert len(cutting.text.split()) <= most or len(sentences(cutting.text)) == 1


@given(BLOCKS)
def test_a_passage_lies_under_the_headings_of_all_its_lines(blocks: list[Block]) -> None:
    document = numbered(blocks)
    for cutting in cut(document):
        assert cutting.lines is not None
        first, last = cutting.lines
        within = [b for b in document.blocks if b.lines and first <= b.lines[0] <= last]
        assert {block.headings for block in within} == {cutting.headings}


def words(count: int) -> str:
    return " ".join(["ord"] * count) + "."


def passages(*blocks: Block) -> tuple[Cutting, ...]:
    return cut(Document(blocks=blocks))


def test_paragraphs_that_are_long_enough_stand_alone() -> None:
    found = passages(Block(text=words(40), lines=(1, 4)), Block(text=words(30), lines=(6, 9)))
    assert [cutting.lines for cutting in found] == [(1, 4), (6, 9)]


def test_short_blocks_join_their_neighbour_and_name_all_lines() -> None:
    found = passages(
        Block(text=words(40), lines=(1, 4)), Block(text=words(5), lines=(6, 6)),
        Block(text=words(60), lines=(8, 12), headings=("Nytt",)),
    )  # fmt: skip
    assert [cutting.lines for cutting in found] == [(1, 6), (8, 12)]


def test_a_list_stays_with_the_words_that_lead_into_it() -> None:
    lead = words(30).replace(".", ":")
    items = [Block(text=words(9), kind="list") for _ in range(3)]
    found = passages(Block(text=words(80)), Block(text=lead), *items, Block(text=words(50)))
    assert [len(cutting.text.split()) for cutting in found] == [80, 57, 50]


def test_a_long_table_is_cut_between_rows() -> None:
    rows = [f"Enhet: nummer {n}; Telefon: {n} {n}; Ort: " + words(20) for n in range(12)]
    found = passages(Block(text="\n".join(rows), kind="table", page=3))
    assert [row for cutting in found for row in cutting.text.split("\n")] == rows
    assert len(found) > 1
    assert {(cutting.kind, cutting.page) for cutting in found} == {("table", 3)}
