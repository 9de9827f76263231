"""LIX by hand: words per sentence plus the percentage of words longer than six letters."""

import pytest

from ingest.lix import lix


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ring oss i dag.", 4.0),
        ("Ring oss. Vi hjälper dig.", 2.5 + 100 / 5),
        ("Behovsprövning betyder handläggning.", 3 + 100.0),
        ("Sexton är sexton.", 3.0),
        ("Hjälp ges t.ex. av oss.", 6.0),
    ],
)
def test_lix_is_words_per_sentence_plus_per_cent_long_words(text: str, value: float) -> None:
    assert lix(text) == pytest.approx(value)


def test_a_text_without_words_has_no_lix() -> None:
    with pytest.raises(ValueError, match="no LIX"):
        lix(" – … ")
