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


def table_text(rows: Sequence[Row], header: Row | None) -> str:
    """One line a row. Without a header a row of two cells reads 'first: second'."""
    lines = [labelled(header, row) if header else _unlabelled(row) for row in rows]
    return "\n".join(line for line in lines if line)


def spread(text: str, span: str | None) -> list[str]:
    """The text of a cell once for each column that it spans, so that labels stay in place.

    A span that is no number counts as one column, a larger one than any real table has as MOST.
    """
    if span is None or not (span.isascii() and span.isdigit()):
        return [text]
    columns = int(span.lstrip("0")[:3] or "1")
    return [text] * min(columns, MOST)


def has_header(rows: Sequence[Row]) -> bool:
    """Whether the first row can be a header: three or more full, different cells, none a figure."""
    first = rows[0] if len(rows) > 1 else ()
    full = len(first) > 2 and all(first) and len(set(first)) == len(first)
    return full and not any(is_values(cell) for cell in first)


def _unlabelled(row: Row) -> str:
    cells = [cell for cell in row if cell]
    if len(cells) == 2 and not cells[0].endswith((":", ".", "?", "!")):
        return f"{cells[0]}: {cells[1]}"
    return " ".join(cells) if len(cells) == 2 else "; ".join(cells)
