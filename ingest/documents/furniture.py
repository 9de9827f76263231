"""What a page repeats around its text: running heads, page numbers, tables of contents."""

from collections import Counter
from collections.abc import Sequence

import regex

EDGE = 2
"""How many lines at the head and the foot of a page can be furniture."""
_LEADER = regex.compile(r"(?:(?:\.\s?){3,}|…+|_{3,}|\t|\s{3,})\s*(?:\d{1,3}|s\.?)$")
_LETTER = regex.compile(r"\p{L}")
_LONGEST_LEADER = 150
_PAGE_NUMBER = regex.compile(
    r"^\s*(?:[-–]\s*)?(?:sida\s+|sid\.?\s+|s\.\s*|page\s+)?\d{1,4}\s*(?:(?:av|of|/|\()\s*\d{1,4}\)?)?\s*[-–]?\s*$",
    regex.I,
)
_DIGITS = regex.compile(r"\d+")
_FEWEST_ENTRIES = 3


def is_page_number(line: str) -> bool:
    """Whether the line holds a page number and nothing else."""
    return bool(_PAGE_NUMBER.match(line))


def contents_lines(lines: Sequence[str]) -> set[int]:
    """Indices of the lines of tables of contents: three or more that lead to a page number.

    Blank lines and a heading such as 'Innehåll' may stand among them.
    """
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate([*lines, "end of the text."]):
        if _leads(line):
            run.append(index)
        elif line.strip():
            found.update(run if len(run) >= _FEWEST_ENTRIES else ())
            run = []
    return found | _contents_titles(lines, found)


def _leads(line: str) -> bool:
    return bool(_LEADER.search(line.rstrip()[-_LONGEST_LEADER:]) and _LETTER.search(line))


def _contents_titles(lines: Sequence[str], entries: set[int]) -> set[int]:
    titles = {"innehåll", "innehållsförteckning", "contents", "table of contents"}
    if not entries:
        return set()
    return {index for index, line in enumerate(lines) if line.strip().casefold() in titles}


def running_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    """The lines, figures masked, that stand at the edge of at least two pages in five."""
    counts: Counter[str] = Counter()
    for page in pages:
        edges = [*page[:EDGE], *page[-EDGE:]]
        counts.update({masked(line) for line in edges if line.strip()})
    fewest = max(2, len(pages) * 2 // 5)
    return {line for line, count in counts.items() if count >= fewest}


def masked(line: str) -> str:
    """The line with every number as one mark, so that 'Sida 3' equals 'Sida 4'."""
    return _DIGITS.sub("#", " ".join(line.split()).casefold())
