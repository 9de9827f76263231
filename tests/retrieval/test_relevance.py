"""Nothing is offered when nothing fits, and only where that was measured."""

import pytest

from guide.model.passage import Passage
from guide.model.terms import Language
from guide.retrieval.passages import Hit
from guide.retrieval.relevance import anything_fits


def hit(dense: float, lexical: float) -> Hit:
    return Hit(Passage(id="a:om-1", service_id="a", title="A", text="A"), 0.0, dense, lexical)


def test_one_passage_over_the_limit_is_enough() -> None:
    assert anything_fits([hit(0.5, 0), hit(0.9, 0)], Language.SV, 0.87)


def test_nothing_fits_when_every_passage_is_below() -> None:
    assert not anything_fits([hit(0.5, 0), hit(0.86, 0)], Language.EN, 0.87)


def test_word_matches_count_too() -> None:
    assert anything_fits([hit(0.86, 2.0)], Language.SV, 0.87)


def test_no_candidates_never_fit() -> None:
    assert not anything_fits([], Language.SV, None)
    assert not anything_fits([], Language.SV, 0.1)


@pytest.mark.parametrize(("language", "least"), [(Language.AR, 0.87), (Language.SV, None)])
def test_where_no_limit_was_measured_all_is_let_through(
    language: Language, least: float | None
) -> None:
    assert anything_fits([hit(0.1, 0)], language, least)
