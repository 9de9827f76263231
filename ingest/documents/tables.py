"""Tables become lines of text, each readable without the others."""

from collections.abc import Sequence

from ingest.documents.numbers import is_values

Row = Sequence[str]
MOST = 50
"""So many columns a cell spans at most."""


def labelled(header: Row, row: Row) -> str:
    """'Rubrik: värde; Rubrik: värde'; empty cells are left out.

    A row that has not as many cells as the header is given without labels, so that no value comes
    to stand at the wrong one.
    """
    if len(header) != len(row):
        return "; ".join(cell for cell in row if cell)
    cells = zip(header, row, strict=True)
    return "; ".join(f"{head}: {cell}" if head else cell for head, cell in cells if cell)


def table_text(rows: Sequence[Row], marked: bool = False) -> str:
    """One line a row. Without a header a row of two cells reads 'first: second'.

    The first row of several is the header where it is `marked` as such or looks like one.
    """
    headed = len(rows) > 1 and (marked or _looks_like_header(rows[0]))
    if headed:
        lines = [labelled(rows[0], row) for row in rows[1:]]
    else:
        lines = [_unlabelled(row) for row in rows]
    return "\n".join(line for line in lines if line)


def spread(text: str, span: str | None) -> list[str]:
    """The text of a cell once for each column that it spans, so that labels stay in place.

    A span that is no number counts as one column, a larger one than any real table has as MOST.
    """
    if span is None or not (span.isascii() and span.isdigit()):
        return [text]
    columns = int(span.lstrip("0")[:3] or "1")
    return [text] * min(columns, MOST)


def _looks_like_header(first: Row) -> bool:
    """Three or more full, different cells, none a figure."""
    full = len(first) > 2 and all(first) and len(set(first)) == len(first)
    return full and not any(is_values(cell) for cell in first)


def _unlabelled(row: Row) -> str:
    cells = [cell for cell in row if cell]
    if len(cells) == 2 and not cells[0].endswith((":", ".", "?", "!")):
        return f"{cells[0]}: {cells[1]}"
    return " ".join(cells) if len(cells) == 2 else "; ".join(cells)
