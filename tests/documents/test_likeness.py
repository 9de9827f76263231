"""Passages that stand in two documents."""

from ingest.documents.cut import Cutting
from ingest.documents.likeness import repeated

OLD = Cutting(
    text="Vi vill arbeta för en trygg stad där socialt utsatta barn och ungdomar får stöd. "
    "Digital socialtjänst ska erbjudas invånarna när och var de vill."
)


def test_a_passage_that_stands_in_the_other_document_is_found_however_it_was_cut() -> None:
    same = Cutting(text="vi vill arbeta för en TRYGG stad, där socialt utsatta barn och ungdomar")
    assert repeated([same], [OLD]) == (same,)


def test_one_changed_word_in_a_short_passage_is_a_difference() -> None:
    other = Cutting(text="Vi vill arbeta för en säker stad där socialt utsatta barn bor")
    assert repeated([other], [OLD]) == ()
    assert repeated([other], [OLD], share=0.2) == (other,)


def test_a_passage_of_a_few_words_counts_whole() -> None:
    few, strange = Cutting(text="en trygg stad"), Cutting(text="en lugn stad")
    assert repeated([few, strange], [OLD]) == (few,)


def test_a_passage_without_words_is_repeated_nowhere() -> None:
    assert repeated([Cutting(text="–")], [OLD]) == ()
