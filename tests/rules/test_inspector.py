"""What the inspector finds in a question, and that no text can hold it up."""

import time

import pytest

from guide.model.question import MAX_QUESTION, Question
from guide.model.rules import Premise, Rule, Rulebook
from guide.model.terms import Audience, Facet, Language
from guide.rules.inspector import Inspector
from guide.rules.matching import RuleMatcher
from guide.rules.personal_data import PersonalData
from tests.rules.recorded import near_misses, rulebook

PREMISE = Premise.model_validate(
    {
        "id": "alla-far-skolfam",
        "any": [r"\balla\b.*\bskolfam\b"],
        "correction": {"sv": "Skolfam är för barn i familjehem."},
        "evidence": [{"id": "a", "document": "S25"}],
    }
)


def swedish(text: str) -> Language:
    return Language.SV if text else Language.EN


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return Inspector(rulebook(), (PREMISE,), frozenset({"020-50 50 50"}), swedish)


def test_everything_is_found_at_once(inspector: Inspector) -> None:
    found = inspector.inspect(
        Question(question="Min son är 9, jag heter Eva. Vad kostar Skolfam idag, får alla Skolfam?")
    )
    assert found.text == "Min son är 9, jag heter . Vad kostar Skolfam idag, får alla Skolfam?"
    assert found.normalised == found.text.lower()
    assert found.masked == {PersonalData.NAME}
    assert found.facets == {Facet.COST}
    assert found.asks_today
    assert found.premises == (PREMISE,)
    assert (found.crisis, found.scope, found.maintenance) == ((), None, None)


def test_masking_never_hides_a_crisis(inspector: Inspector) -> None:
    found = inspector.inspect(Question(question="Min man heter Slår Mig och slår mig, 070-1234567"))
    assert "Slår Mig och" not in found.text
    assert "vald-i-nara-relation" in [rule.id for rule in found.crisis]


def test_a_decision_and_an_age_are_found(inspector: Inspector) -> None:
    found = inspector.inspect(Question(question="Har min son som är 15 rätt till Skolfam?"))
    assert found.decision is not None
    assert found.age == 15


def test_only_staff_reach_the_editors_functions(inspector: Inspector) -> None:
    text = "Vilka poster saknar källa?"
    staff = inspector.inspect(Question(question=text, audience=Audience.STAFF))
    assert staff.maintenance is not None
    assert inspector.inspect(Question(question=text)).maintenance is None


def test_the_language_asked_for_goes_before_the_one_detected(inspector: Inspector) -> None:
    assert inspector.inspect(Question(question="Hello there")).language is Language.SV
    asked = Question(question="Hello there", language=Language.EN)
    assert inspector.inspect(asked).language is Language.EN


def test_time_grows_with_the_text_and_no_faster(inspector: Inspector) -> None:
    text = " ".join(near_misses("tuned") * 8)[:100_000]
    questions = [
        Question(question=text[start : start + MAX_QUESTION])
        for start in range(0, len(text), MAX_QUESTION)
    ]
    tenth, whole = _seconds(inspector, questions[:5]), _seconds(inspector, questions)
    assert whole < 20 * tenth
    assert whole < 10.0


def _seconds(inspector: Inspector, questions: list[Question]) -> float:
    began = time.process_time()
    for question in questions:
        inspector.inspect(question)
    return time.process_time() - began


@pytest.mark.parametrize(
    "unit",
    ["hej", "hej ", "a", "jag ", "min man ", "slår ", "inte vill ", "du ", "våldtäkt ", "1 ", "( ",
     "jag heter ", "pappa mamma barn ", "Anna-", "Anna ", "a.b-c@", "ok!?", "han hon ", "ليس "],
)  # fmt: skip
def test_no_text_makes_a_pattern_run_away(inspector: Inspector, unit: str) -> None:
    text = (unit * MAX_QUESTION)[:MAX_QUESTION].strip()
    began = time.process_time()
    inspector.inspect(Question(question=text))
    assert time.process_time() - began < 1.0


def test_a_pattern_that_runs_out_of_time_counts_as_not_found(
    caplog: pytest.LogCaptureFixture,
) -> None:
    slow = Rule(id="slow", any=(r"(a|a|aa)+(a|aa)+(a|aa)+(?<=b)c",))
    matcher = RuleMatcher((slow, Rule(id="quick", any=("a",))), seconds=0.01)
    first = matcher.first("a" * 4000 + "c")
    assert first is not None
    assert first.id == "quick"
    assert "timed out" in caplog.text


def test_an_exception_silences_its_own_rule_alone() -> None:
    guarded = Rule(id="guarded", any=("slå",), unless=("slå vad",))
    matcher = RuleMatcher((guarded, Rule(id="other", any=("vad",))))
    assert [rule.id for rule in matcher.all("ska vi slå vad")] == ["other"]
    assert [rule.id for rule in matcher.all("slå")] == ["guarded"]
    assert matcher.first("inget") is None


def test_an_empty_rulebook_finds_nothing() -> None:
    found = Inspector(Rulebook(), (), frozenset(), swedish).inspect(Question(question="Hej"))
    assert (found.crisis, found.decision, found.facets) == ((), None, frozenset())
