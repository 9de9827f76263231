"""A model's lines are read as they come, in the forms that models write them in."""

import pytest

from guide.composing.lines import LONGEST, Line, lines


def read(*pieces: str) -> list[Line]:
    return list(lines(pieces))


@pytest.mark.parametrize(
    "written",
    [
        "Du kan ringa. [2] «Ring växeln.»",
        "- Du kan ringa. [2] «Ring växeln.»",
        "1. Du kan ringa. [text 2] ”Ring växeln.”",
        'Du kan ringa. (2): "Ring växeln."',
        "Du kan ringa. [2] “Ring växeln.”.",
    ],
)
def test_sentence_number_and_quote_are_found(written: str) -> None:
    (line,) = read(written)
    assert (line.text, line.number) == ("Du kan ringa.", 2)
    assert line.quote.rstrip(".") == "Ring växeln"


def test_a_line_is_read_when_it_is_whole_however_it_is_cut() -> None:
    pieces = iter(["Du kan ", "ringa. [1]", " «Ring.»\nDu", " får [2]", "\n"])
    found = lines(pieces)
    assert next(found).number == 1
    assert [line.text for line in found] == ["Du får"]


def test_numbers_of_the_sentence_are_no_citation() -> None:
    (line,) = read("Den är för unga (under 18 år). [3] «För unga under 18 år.»")
    assert line.number == 3


def test_headings_fences_and_blank_lines_are_no_lines() -> None:
    assert read("Här är svaret:\n\n```\n# Svar\n") == []


def test_a_line_without_a_citation_names_no_text() -> None:
    assert read("Allt är gratis.") == [Line("Allt är gratis.", "Allt är gratis.")]


def test_a_line_without_end_is_cut() -> None:
    assert all(len(line.written) <= LONGEST for line in read(*["bla " * 100] * 20))
