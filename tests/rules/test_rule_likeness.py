"""Messages like a rule's examples, beside what patterns find."""

import numpy as np
import pytest

from guide.errors import ModelMissing
from guide.model.likeness import Likeness
from guide.model.question import Question
from guide.model.rules import Rule, Rulebook
from guide.model.status import NoticeCode
from guide.ports import Vectors
from guide.rules.features import features
from guide.rules.learning import Taught, learn
from guide.rules.likeness import LikenessMatcher
from tests.small_catalogue import catalogue, content, guide, messages, service
from tests.word_embedder import WordEmbedder

RULES = Rulebook(
    crisis=tuple(
        Rule(id=name, any=(pattern,), message=f"crisis.{name}", contacts=("kontaktcenter",))
        for name, pattern in (("hot", "hotar"), ("vald", "slår"), ("oklar", "livrädd"))
    )
)
EXAMPLES = {
    "hot": {"sv": ["de väntar utanför porten i kväll", "lapp utanför porten igen"]},
    "vald": {"sv": ["nyckeln vrids om och jag stelnar", "han tar nyckeln och går"]},
    "ofarligt": {"sv": ["nyckeln till tvättstugan", "porten är trasig"]},
}
TEXTS = {f"crisis.{name}": f"Text om {name}." for name in ("hot", "vald", "oklar")}
KNOWN = content(
    service("ekstodet", phrases={"sv": ["jag behöver pengar till hyran", "budget för mat"]}),
    rules=RULES,
    rule_examples=EXAMPLES,
    messages={**messages(), "sv": messages()["sv"] | TEXTS},
)


class NoModel(WordEmbedder):
    """An embedder whose model is not there."""

    def embed_query(self, text: str) -> Vectors:
        raise ModelMissing(f"no model to embed {len(text)} letters with")


def matcher(embedder: WordEmbedder | None = None) -> LikenessMatcher:
    learned = catalogue(KNOWN).knowledge.likenesses
    return LikenessMatcher(learned, RULES, embedder or WordEmbedder())


def test_a_message_like_an_examples_gets_the_rules_own_notice() -> None:
    answer = guide(KNOWN).answer(Question(question="lapp utanför porten igen"))
    notice = answer.notices[0]
    assert (notice.code, notice.text) == (NoticeCode.CRISIS, "Text om hot.")


def test_what_is_near_and_what_is_ordinary_are_left_in_peace() -> None:
    for text in ("nyckeln till tvättstugan", "pengar till mat och budget"):
        assert matcher().alike(text).crisis is None, text


def test_where_no_rule_stands_out_the_widest_is_taken() -> None:
    found = matcher().alike("han väntar utanför och tar nyckeln i kväll").crisis
    assert found is not None
    assert found.id in {"hot", "vald", "oklar"}


def test_patterns_come_first_and_work_without_a_model() -> None:
    assert matcher(NoModel()).alike("lapp utanför porten").crisis is None
    answer = guide(KNOWN).answer(Question(question="han slår mig utanför porten i kväll"))
    assert answer.notices[0].text == "Text om vald."


def test_rules_without_examples_are_like_nothing() -> None:
    assert learn([]) == Likeness()
    assert learn([Taught(np.ones(3, np.float32), "hot")]) == Likeness()


@pytest.mark.parametrize("text", ["", "!", "å", "han  SLÅR", "x" * 4000])
def test_features_of_any_text_have_one_shape(text: str) -> None:
    vector = np.ones(4, np.float32)
    made = features(text, vector)
    assert made.shape == features("annat", vector).shape
    assert np.isfinite(made).all()


def test_misspelt_words_share_pieces_with_the_right_ones() -> None:
    none = np.zeros(1, np.float32)
    right, slip, other = (features(t, none) for t in ("självmord", "självmrd", "hyresrätt"))
    assert right @ slip > 3 * abs(right @ other)
