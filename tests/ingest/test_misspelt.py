"""Slips of typing change how a message is written and not what it tells."""

import random

from hypothesis import given
from hypothesis import strategies as st

from ingest.load import Loaded
from ingest.misspelt import misspelt


@given(st.text(min_size=1).filter(str.strip), st.integers(0, 1000))
def test_no_text_is_lost(text: str, seed: int) -> None:
    assert misspelt(text, random.Random(seed)).strip()


def test_most_letters_stay_where_they_were(project_knowledge: Loaded) -> None:
    chance = random.Random(1)
    for text in project_knowledge.content.rule_examples["livsfara"].all()[::20]:
        letters, slipped = (
            sorted(filter(str.isalpha, t.casefold())) for t in (text, misspelt(text, chance))
        )
        assert abs(len(letters) - len(slipped)) <= 1 + len(letters) / 10, text


def test_one_seed_gives_the_same_slips() -> None:
    text = "Han väntar utanför porten, jag vågar inte gå ut"
    slips = {misspelt(text, random.Random(7)) for _ in range(5)}
    assert len(slips) == 1
    assert slips != {text}
