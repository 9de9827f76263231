"""What a chat model must not get away with, measured with the real model: no change may undo it."""

import pytest

from evals.corruptions import Corrupter, TrueSentence
from evals.data_files import read
from evals.grounding import FOLDER, Cases, Judged, Pair, judge, summary
from guide import chat_wiring, wiring
from guide.answering import Guide
from guide.model.passage import Passage
from guide.model.terms import Language
from guide.settings import Settings

EVERY = 5
LEAST_CAUGHT = 0.97
"""Of sentences made false by rule."""
LEAST_KEPT = 0.70
"""Of honest wordings, below what was measured on the reporting part by about two standard errors
of the fifth that is judged here."""


@pytest.fixture(scope="module")
def judged(real_guide: Guide, real_settings: Settings) -> list[Judged]:
    embedder = wiring.build_embedder(real_settings)
    verifier = chat_wiring.build_verifier(real_settings, real_guide.catalogue, embedder)
    return list(judge(verifier, list(Cases(real_guide.catalogue, "reporting").all())[::EVERY]))


@pytest.mark.model
@pytest.mark.slow
def test_sentences_made_false_by_rule_are_caught(judged: list[Judged]) -> None:
    assert summary(judged)["caught_by_rule"]["all"]["value"] >= LEAST_CAUGHT


@pytest.mark.model
@pytest.mark.slow
def test_true_sentences_are_kept(judged: list[Judged]) -> None:
    kept = summary(judged)["kept"]
    assert kept["verbatim"]["all"]["value"] == 1
    assert kept["paraphrase"]["all"]["value"] >= LEAST_KEPT


def test_the_parts_share_no_quote() -> None:
    tuning, reporting = (
        {pair.quote for pair in read(FOLDER / f"{part}.jsonl", Pair)}
        for part in ("tuning", "reporting")
    )
    assert not tuning & reporting


def test_a_true_sentence_is_made_false_in_every_way_it_can_be() -> None:
    text = "Laget tog emot 12 unga 2024 utan behovsprövning och är inte stängt."
    passage = Passage(
        id="laget:om-1", service_id="laget", title="Laget", text=text, language=Language.SV
    )
    names: dict[str, tuple[str, ...]] = {"laget": ("Laget",), "teamet": ("Teamet",)}
    true = TrueSentence("1", text, text, passage)
    false = {one.wrong: one.true.text for one in Corrupter(names, 1).all(true)}
    assert set(false) == {"number", "year", "name", "negation", "needs_test"}
    assert text not in false.values()
    assert false["name"].startswith("Teamet")
    assert "inte" not in false["negation"]
