"""The project's own knowledge answers situations as social workers write them."""

import pytest

from guide.answering import Guide
from guide.model.situation import Situation, SituationAnswer

pytestmark = pytest.mark.model
EXAMPLE = "flicka 15, skolfrånvaro, mamman sjukskriven, oro för umgänge"


def told(guide: Guide, **fields: object) -> SituationAnswer:
    return guide.situation(Situation.model_validate(fields))


def test_each_need_of_the_example_gets_its_help(real_guide: Guide) -> None:
    answer = told(real_guide, text=EXAMPLE)
    assert [term.label for term in answer.terms] == [
        "15 år", "skolfrånvaro", "mamman sjukskriven", "oro för umgänge",
    ]  # fmt: skip
    _, school, mother, contact = (term.id for term in answer.terms)
    led = {row.card.id: row.needs for row in answer.rows}
    assert school in led["elevhalsan"]
    assert school in led["starka-metoden"]
    order = list(led)
    assert order.index("elevhalsan") < order.index("starka-metoden")
    assert mother in led["sjukpenning"]
    assert contact in led["umgangescentralen"]
    assert "skolsociala-teamet" not in led
    assert answer.reminders
    assert answer.masked is None


def test_a_need_that_nothing_fits_is_marked_and_comes_after_the_others(real_guide: Guide) -> None:
    answer = told(real_guide, text="samlar på gamla frimärken från hela världen, hyresskuld")
    stamps, debt = answer.terms
    assert (stamps.loose, debt.loose) == (True, False)
    assert answer.rows[0].needs == (debt.id,)
    assert any(stamps.id in row.needs for row in answer.rows)
    alone = told(real_guide, text="samlar på gamla frimärken från hela världen")
    assert not alone.rows


def test_every_text_of_a_row_stands_in_its_passage(real_guide: Guide) -> None:
    answer = told(
        real_guide, text=EXAMPLE, who="youth", areas=["school", "housing"], interpreter=True
    )
    texts = [
        text
        for row in (*answer.rows, *answer.apart)
        for text in (row.fit, row.suits, row.suits_not, row.next_step)
        if text is not None
    ]
    assert len(texts) > len(answer.rows)
    for text in (*texts, *answer.reminders):
        assert text.text in real_guide.catalogue.passages[text.passage_id].text
    assert all(row.card.status.offered for row in answer.rows)
    assert not any(row.card.status.offered for row in answer.apart)


def test_every_area_finds_something(real_guide: Guide) -> None:
    areas = [area.id for area in real_guide.catalogue.knowledge.content.life_areas]
    found = {area: len(told(real_guide, areas=[area]).rows) for area in areas}
    assert [area for area, count in found.items() if count < 2] == []


def test_every_sentence_of_a_glossary_and_of_rules_stands_somewhere(real_guide: Guide) -> None:
    content = real_guide.catalogue.knowledge.content
    texts = [p.text for p in real_guide.catalogue.knowledge.passages]
    quotes = (*content.glossary, *content.situations.reminders, *content.situations.not_for)
    assert [one.text for one in quotes if not any(one.text in text for text in texts)] == []
