"""One form for every way of writing the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.rules.text import is_empty_of_words, lines, normalise, visible


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("  Hej \n\t DÅ ", "hej då"),
        ("sl\u200bår\u202e", "slår"),
        ("hej\U000e0041\U000e0042", "hej"),
        ("hjäääälp", "hjäälp"),
        ("б’є б`є бʼє", "б'є б'є б'є"),
        ("10\u201312 år", "10-12 år"),
        ("a\u030a", "å"),
        ("s\u0336l\u0336år", "slår"),
        ("نمی\u200cخواهم", "نميخواهم"),
        ("أريد", "اريد"),
    ],
)
def test_ways_of_writing_fall_together(written: str, normal: str) -> None:
    assert normalise(written) == normal


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_what_a_reader_sees_keeps_its_case_lines_and_persian_joiners() -> None:
    assert visible("Hej\u200b Å\nnere") == "Hej Å\nnere"
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("text", "empty"),
    [("", True), ("?! …", True), ("🙂\u200b", True), ("112", False), ("ja", False)],
)
def test_a_message_without_words_is_told(text: str, empty: bool) -> None:
    assert is_empty_of_words(text) is empty


def test_sentences_and_lines_are_told_apart_in_every_script() -> None:
    written = "Hej. jag är rädd!\n\nHan har kniv 2.5 dm … Hjälp؟ ساعدوني. !!"
    assert lines(written) == ["Hej.", "jag är rädd!", "Han har kniv 2.5 dm …", "Hjälp؟", "ساعدوني."]
