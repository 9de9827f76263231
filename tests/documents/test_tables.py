"""Cells of a table."""

import pytest

from ingest.documents.tables import MOST, spread


@pytest.mark.parametrize(
    ("span", "columns"),
    [
        (None, 1), ("1", 1), ("3", 3), ("007", 7), ("0", 1), ("", 1), ("-2", 1), ("två", 1),
        ("²", 1), ("٣", 1), ("1000", MOST), ("9" * 5000, MOST),
    ],
)  # fmt: skip
def test_a_cell_spans_as_many_columns_as_a_table_can_have(span: str | None, columns: int) -> None:
    assert spread("Telefon", span) == ["Telefon"] * columns
