"""Numbers set in columns."""

import pytest

from ingest.documents.numbers import is_values, values


@pytest.mark.parametrize(
    ("text", "columns", "found"),
    [
        ("68 % 57 %", 2, ["68 %", "57 %"]),
        ("2 695 3 001 748", 2, ["2 695", "3 001 748"]),
        ("-752 628 -816 247", 2, ["-752 628", "-816 247"]),
        ("3,0 2,0 1,0", 3, ["3,0", "2,0", "1,0"]),
        ("658 070 723 482", 2, None),
        ("100 %  100 %", 2, None),
        ("1 509 431", 2, None),
        ("12 dagar 14", 2, None),
    ],
)
def test_values_are_told_apart_only_where_there_is_one_way(
    text: str, columns: int, found: list[str] | None
) -> None:
    assert values(text, columns) == found


def test_a_year_with_a_full_stop_is_the_end_of_a_sentence() -> None:
    assert is_values("Minst 76 %")
    assert not is_values("2021.")
