"""What wording teaches of a family of rules."""

import pytest

from guide.model.linear import Linear
from guide.rules.wording import wording
from ingest.wording_lessons import learn_wording

DANGER = ["han slår mig", "han slog mig igen", "pappa slår mamma", "jag blir slagen hemma"]
PEACE = ["när öppnar biblioteket", "vem söker jag hyra hos", "boka tid på torsdag", "hyra lokal"]


def score(learned: Linear, text: str) -> float:
    weights, offsets = learned.arrays()
    return float(sum(weights[0, at] * value for at, value in wording(text).items()) + offsets[0])


def test_wording_of_the_examples_tells_unseen_messages_apart() -> None:
    learned = learn_wording([*DANGER, *PEACE], [True] * 4 + [False] * 4)
    assert score(learned, "min man slår mig") > 0 > score(learned, "hyra en tid på biblioteket")


def test_learning_twice_gives_the_same() -> None:
    given = [*DANGER, *PEACE], [True] * 4 + [False] * 4
    assert learn_wording(*given) == learn_wording(*given)


@pytest.mark.parametrize("own", [[True] * 4, [False] * 4, []])
def test_examples_of_one_kind_alone_teach_nothing(own: list[bool]) -> None:
    assert learn_wording(DANGER[: len(own)], own) == Linear()
