"""The city's own documents, where they are at hand: nothing broken, nothing lost, nothing mixed."""

from collections import Counter
from pathlib import Path

import pytest
import regex

from ingest.documents.characters import clean_line
from ingest.documents.cut import MOST_WORDS, Cutting, cut
from ingest.documents.furniture import contents_lines
from ingest.documents.likeness import repeated
from ingest.documents.reading import read_document

NAMES = (
    "S17-delarsrapport-tertial-2-2017",
    "S21a-verksamhetsplan-2021-reviderad",
    "S21b-verksamhetsplan-2021-ursprunglig",
    "S25-delarsrapport-tertial-1-2025",
    "S26-verksamhetsplan-2026",
)
_PARTED = regex.compile(r"[\p{L}\d]+- (?!(?:och|eller|samt|som)\b)[\p{L}\d]+")
AS_PRINTED = {"LVM- placeringar", "miljöpåver- Andel", "närod- 34"}
"""The first is spelled so; the others are words of a table whose cells a page break parts."""


@pytest.fixture(scope="module", params=NAMES)
def file(request: pytest.FixtureRequest, city_documents: Path) -> Path:
    return city_documents / f"{request.param}.txt"


def cuttings(file: Path) -> tuple[Cutting, ...]:
    return cut(read_document(file))


def letters(text: str) -> str:
    """Letters and digits alone: neither line ends nor hyphens count."""
    return "".join(regex.findall(r"[\p{L}\d]", clean_line(text).casefold()))


def test_no_word_is_left_parted(file: Path) -> None:
    parted = {found for cutting in cuttings(file) for found in _PARTED.findall(cutting.text)}
    assert parted <= AS_PRINTED


def test_no_passage_is_a_page_number_or_a_line_of_contents(file: Path) -> None:
    for cutting in cuttings(file):
        assert regex.search(r"\p{L}{2,}", cutting.text)
        assert not regex.search(r"\.{4,}|\t", cutting.text)


def test_every_word_stands_in_the_lines_that_its_passage_names(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for cutting in cuttings(file):
        assert cutting.lines is not None
        first, last = cutting.lines
        source = letters(" ".join(lines[first - 1 : last]))
        missing = [
            w for w in regex.findall(r"[\p{L}\d]+", cutting.text) if letters(w) not in source
        ]
        assert missing == [], cutting.lines


def test_prose_follows_its_lines_letter_by_letter(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for block in read_document(file).blocks:
        if block.kind != "table":
            assert block.lines is not None
            first, last = block.lines
            source = letters(" ".join(lines[first - 1 : last]))
            assert letters(block.text) in source


def test_the_passages_and_their_headings_hold_nearly_every_word(file: Path) -> None:
    lines = [clean_line(line) for line in file.read_text(encoding="utf-8").split("\n")]
    contents = contents_lines(lines)
    body = Counter(letters("".join(line for n, line in enumerate(lines) if n not in contents)))
    kept = Counter[str]()
    seen: set[tuple[str, ...]] = set()
    for block in read_document(file).blocks:
        kept += Counter(letters(block.text))
        if block.headings not in seen:
            kept += Counter(letters(block.headings[-1] if block.headings else ""))
        seen.add(block.headings)
    assert (body & kept).total() >= 0.97 * body.total()


def test_the_named_lines_hold_nearly_every_line_of_text(file: Path) -> None:
    lines = [clean_line(line) for line in file.read_text(encoding="utf-8").split("\n")]
    document = read_document(file)
    titles = {letters(heading) for block in document.blocks for heading in block.headings}
    titles.add(letters(document.title or ""))
    named = {n for b in document.blocks if b.lines for n in range(b.lines[0], b.lines[1] + 1)}
    contents = contents_lines(lines)
    text = [n for n, line in enumerate(lines, 1) if n - 1 not in contents
            and not any(letters(line) in title for title in titles)]  # fmt: skip
    words = {n: len(lines[n - 1].split()) for n in text}
    assert sum(words[n] for n in text if n in named) >= 0.97 * sum(words.values())


def test_no_passage_is_longer_than_can_be_searched(file: Path) -> None:
    assert max(len(cutting.text.split()) for cutting in cuttings(file)) <= MOST_WORDS


def test_what_both_plans_of_2021_say_is_found(city_documents: Path) -> None:
    revised, original = (cuttings(city_documents / f"{name}.txt") for name in NAMES[1:3])
    again = repeated(original, revised)
    assert len(again) >= 0.85 * len(original)
    new = [cutting for cutting in original if cutting not in again]
    assert any("Dinah Åbinger, socialdirektör" in cutting.text for cutting in new)


def test_a_figure_of_a_table_keeps_its_year(city_documents: Path) -> None:
    told = "\n".join(cutting.text for cutting in cuttings(city_documents / f"{NAMES[3]}.txt"))
    assert "procent; Utfall 2021: 68 %; Utfall 2022: 57 %; Utfall 2023: 59 %" in told
    assert "Verksamhet Bokslut 2024 Internbudget 2025 Prognos 2025: Boende 0 0" in told
