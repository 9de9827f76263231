"""Messages like a rule's examples, beside what patterns find."""

import numpy as np
import pytest

from guide.errors import ModelMissing
from guide.model.likeness import Likeness, Likenesses
from guide.model.linear import Linear
from guide.model.question import Question
from guide.model.rules import DangerRule, Rulebook
from guide.model.service import Phrases
from guide.model.status import NoticeCode
from guide.model.terms import Language
from guide.ports import Vectors
from guide.rules.learning import Taught, learn
from guide.rules.likeness import FamilyLikeness, LikenessMatcher, Read
from guide.rules.wording import COLUMNS, wording
from tests.small_catalogue import catalogue, content, guide, messages, service
from tests.word_embedder import WordEmbedder

RULES = Rulebook(
    crisis=tuple(
        DangerRule(id=name, any=(pattern,), message=f"crisis.{name}", contacts=("kontaktcenter",))
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


class EndsInKnife(WordEmbedder):
    """An embedder of one number: high where a text ends in a knife."""

    def embed_query(self, text: str) -> Vectors:
        return np.array([3.0 if text.rstrip(".").endswith("kniv") else -6.0], np.float32)


def matcher(embedder: WordEmbedder | None = None) -> LikenessMatcher:
    learned = catalogue(KNOWN).knowledge.likenesses
    return LikenessMatcher(learned, RULES, KNOWN.rule_examples, embedder or WordEmbedder())


def test_a_message_like_an_examples_gets_the_rules_own_notice() -> None:
    answer = guide(KNOWN).answer(Question(question="lapp utanför porten igen"))
    notice = answer.notices[0]
    assert (notice.code, notice.text) == (NoticeCode.CRISIS, "Text om hot.")


def test_what_is_near_and_what_is_ordinary_are_left_in_peace() -> None:
    for text in ("nyckeln till tvättstugan", "pengar till mat och budget"):
        assert matcher().alike(text, Language.SV).crisis is None, text


def test_where_no_rule_stands_out_the_widest_is_taken() -> None:
    found = matcher().alike("han väntar utanför och tar nyckeln i kväll", Language.SV).crisis
    assert found is not None
    assert found.id in {"hot", "vald", "oklar"}


def test_patterns_come_first_and_work_without_a_model() -> None:
    assert matcher(NoModel()).alike("lapp utanför porten", Language.SV).crisis is None
    answer = guide(KNOWN).answer(Question(question="han slår mig utanför porten i kväll"))
    assert answer.notices[0].text == "Text om vald."


def test_rules_without_examples_are_like_nothing() -> None:
    assert learn([]) == Likeness()
    assert learn([Taught(np.ones(3, np.float32), "hot")]) == Likeness()


def test_a_message_that_is_an_example_word_for_word_has_its_rule_even_without_a_model() -> None:
    found = matcher(NoModel()).alike("Lapp utanför porten  igen", Language.SV)
    assert found.crisis is not None
    assert found.crisis.id == "hot"


def test_a_harmless_example_is_left_in_peace_whatever_it_is_like() -> None:
    said = Phrases(sv=("han tar nyckeln och går igen",))
    examples = {**KNOWN.rule_examples, "tungt": said}
    learned = catalogue(KNOWN).knowledge.likenesses
    reads = LikenessMatcher(learned, RULES, examples, WordEmbedder())
    assert matcher().alike("han tar nyckeln och går igen", Language.SV).crisis is not None
    assert reads.alike("Han tar nyckeln och går igen", Language.SV).crisis is None


def test_a_tuned_score_is_kept_as_it_is() -> None:
    random = np.random.default_rng(4)
    taught = [
        Taught(random.standard_normal(4).astype(np.float32), name) for name in ("hot", "vald", None)
    ]
    head = np.array([1.0, -2.0, 0.5, 0.0, 0.25], np.float32)
    weights, offsets = learn(taught, head).family.arrays()
    assert weights.tolist() == [head[:-1].tolist()]
    assert offsets.tolist() == [0.25]


def test_wording_counts_beside_the_vector_as_the_mean_of_the_readings() -> None:
    scores = np.zeros((1, COLUMNS), np.float32)
    scores[0, list(wording("hotar"))] = 2
    head = Linear.of(np.ones((1, 2), np.float32), np.zeros(1, np.float32))
    of_words = Linear.of(scores, np.array([-1.0], np.float32))
    known = Likeness(rule_ids=("hot",), family=head, rule=head, wording=of_words)
    family = FamilyLikeness(known, RULES.crisis, least=0)
    vector = np.array([0.25, 0.25], np.float32)
    told = 2 * sum(wording("hotar").values()) - 1
    assert family.odds(Read(vector, [wording("hotar")])) == pytest.approx(0.5 + told)
    both = Read(vector, [wording("hotar"), wording("")])
    assert family.odds(both) == pytest.approx(0.5 + (told - 1) / 2)


def test_calm_words_never_outweigh_an_encoder_that_is_sure() -> None:
    head = Linear.of(np.ones((1, 2), np.float32), np.zeros(1, np.float32))
    calm = Linear.of(np.zeros((1, COLUMNS), np.float32), np.array([-50.0], np.float32))
    known = Likeness(rule_ids=("hot",), family=head, rule=head, wording=calm)
    read = Read(np.array([2.0, 2.0], np.float32), [wording("hotar")])
    assert FamilyLikeness(known, RULES.crisis, least=0).rule(read) is not None


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("när börjar simskolan i höst", False),
        ("Hej. När börjar simskolan i höst? Tack på förhand.", False),
        ("han står där med kniv", True),
        ("Hej. Han står där med kniv. När börjar simskolan i höst?", True),
        ("Hej\nhan står där med kniv\nnär börjar simskolan", True),
        ("överdos hur då", True),
        ("när börjar simskolan i höst " * 13, True),
    ],
)
def test_one_line_of_danger_is_near_and_so_is_what_is_too_short_or_too_long_to_tell(
    text: str, near: bool
) -> None:
    head = Linear.of(np.ones((1, 1), np.float32), np.zeros(1, np.float32))
    tuned = Likenesses(tuned=True, crisis=Likeness(rule_ids=("hot",), family=head, rule=head))
    found = LikenessMatcher(tuned, RULES, {}, EndsInKnife()).alike(text, Language.SV)
    assert found.near_danger is near


def test_where_words_do_not_count_only_the_vector_does() -> None:
    head = Linear.of(np.ones((1, 2), np.float32), np.zeros(1, np.float32))
    known = Likeness(rule_ids=("hot",), family=head, rule=head)
    read = Read(np.array([0.25, 0.5], np.float32), [wording("hotar")])
    assert FamilyLikeness(known, RULES.crisis, least=0).odds(read) == pytest.approx(0.75)
