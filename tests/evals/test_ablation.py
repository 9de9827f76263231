"""The ablation ranks the same questions with and without each part, and says by how much."""

import pytest

from evals.ablation import BASELINE, VARIANTS, Ablation, Row, page
from evals.sets import ServiceQuestion, ServiceSet
from guide.model.terms import Audience
from guide.settings import Settings
from ingest.sync import Sync


@pytest.fixture
def rows(settings: Settings) -> list[Row]:
    Sync.from_settings(settings).run()
    questions = [
        ServiceQuestion(
            id=str(n),
            audience=Audience.RESIDENT,
            lang="sv",
            question=text,
            expected=(name,),
            kind="plain",
        )
        for n, (text, name) in enumerate(
            [
                ("jag vill ha ekonomi", "Ekstodet"),
                ("jag vill ha bostad", "Boendehjalpen"),
                ("vädret", "Okänd"),
            ]
        )
    ]
    found = Ablation(settings, lambda _what, _done, _all: None)
    return list(found.rows([ServiceSet("small", questions)]))


def test_every_variant_and_the_baseline_are_measured_over_the_questions_that_expect_an_entry(
    rows: list[Row],
) -> None:
    assert [row.variant for row in rows] == [*(v.name for v in VARIANTS), BASELINE]
    assert {row.values["hit@5"].n for row in rows} == {2}


def test_the_product_differs_from_itself_by_nothing(rows: list[Row]) -> None:
    assert {d.value for d in rows[0].differences.values()} == {0.0}


def test_the_page_tells_each_variant_in_a_row(rows: list[Row]) -> None:
    written = page(rows)
    assert "| small, n = 2 | hit@1 | hit@5 |" in written
    assert all(f"| {row.variant} | " in written for row in rows)
