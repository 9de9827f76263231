"""Requests to decide, messages outside the guide's task, editors' questions, facets."""

import pytest

from guide.model.rules import Rulebook
from guide.model.terms import Facet, Form
from guide.rules.matching import Patterns, RuleMatcher
from guide.rules.text import fold_arabic, normalise
from tests.rules.recorded import crisis_messages, ids, near_misses, recorded, rulebook, rules_of

DECISIONS = RuleMatcher(rules_of("decisions"))
SCOPE = RuleMatcher(rules_of("scope"))
MAINTENANCE = RuleMatcher(rules_of("maintenance"))
PARTS = ("tuned", "held_back")


@pytest.mark.parametrize("part", PARTS)
def test_requests_to_decide_are_recognised(part: str) -> None:
    messages = recorded("decisions")[part]
    assert [text for text in messages["match"] if not ids(DECISIONS, text)] == []


@pytest.mark.parametrize("part", PARTS)
def test_asking_for_help_is_no_request_to_decide(part: str) -> None:
    messages = recorded("decisions")[part]
    assert [text for text in messages["pass"] if ids(DECISIONS, text)] == []


@pytest.mark.parametrize("part", PARTS)
def test_messages_outside_the_task_reach_their_rule(part: str) -> None:
    wrong = [
        (text, ids(SCOPE, text))
        for rule, texts in recorded("scope")[part]["match"].items()
        for text in texts
        if ids(SCOPE, text)[:1] != (rule,)
    ]
    assert wrong == []


@pytest.mark.parametrize("part", PARTS)
def test_a_real_question_is_never_turned_away(part: str) -> None:
    asked = [*recorded("scope")[part]["pass"], *near_misses(part)]
    asked += [text for _, _, text in crisis_messages(part)]
    assert [text for text in asked if ids(SCOPE, text)] == []


def test_editors_questions_are_recognised_and_staff_questions_are_not() -> None:
    messages = recorded("maintenance")
    assert [
        t for texts in messages["match"].values() for t in texts if not ids(MAINTENANCE, t)
    ] == []
    assert [text for text in messages["pass"] if ids(MAINTENANCE, text)] == []


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return rulebook()


def test_facets_and_today_are_heard(book: Rulebook) -> None:
    facets = [(rule.facet, Patterns(rule.any)) for rule in book.facets]
    today = Patterns(book.today)
    for case in recorded("facets"):
        text = normalise(case["text"])
        heard = {facet.value for facet, patterns in facets if patterns.found(text)}
        assert (heard, today.found(text)) == (set(case["facets"]), case.get("today", False)), text


@pytest.mark.parametrize(
    "text",
    ["Jag behöver hjälp", "hjälp mig!", "I need help", "Waxaan u baahanahay caawimaad",
     "أحتاج مساعدة", "Мені потрібна допомога", "به کمک نیاز دارم"],
)  # fmt: skip
def test_a_call_for_help_that_tells_nothing_more_is_heard(book: Rulebook, text: str) -> None:
    vague = Patterns(book.vague)
    assert vague.found(normalise(text))
    assert not vague.found(normalise(f"{text} 123 hyran"))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Hur många barn får stöd av Skolfam?", Form.FIGURE),
        ("Vad är skillnaden mellan LVU och LVM?", Form.COMPARISON),
        ("Finns Villa Viva kvar?", Form.EXISTENCE),
        ("Har vi kvar IPS?", Form.EXISTENCE),
        ("does Karpen still exist", Form.EXISTENCE),
        ("Vem hjälper min son?", None),
    ],
)
def test_the_form_that_a_question_calls_for_is_heard(
    book: Rulebook, text: str, form: Form | None
) -> None:
    found = RuleMatcher(book.forms).first(normalise(text))
    assert (found.form if found else None) is form


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("när öppnar ni", True),
        ("Öppnar mottagningen åtta?", True),
        ("jag öppnar inte breven", False),
    ],
)
def test_opening_a_letter_is_no_question_for_opening_hours(
    book: Rulebook, text: str, asked: bool
) -> None:
    hours = next(rule for rule in book.facets if rule.facet is Facet.HOURS)
    assert Patterns(hours.any).found(normalise(text)) is asked


def test_patterns_are_written_in_the_form_that_text_is_normalised_to(book: Rulebook) -> None:
    rules = [*book.crisis, *book.decisions, *book.scope, *book.maintenance]
    patterns = [pattern for rule in rules for pattern in (*rule.any, *rule.unless)]
    patterns += [pattern for facet in book.facets for pattern in facet.any] + list(book.today)
    never_match = [
        p for p in patterns if fold_arabic(p) != p or any("A" <= c <= "Z" for c in _plain(p))
    ]
    assert never_match == []


def _plain(pattern: str) -> str:
    return "".join(part[1:] for part in ("x" + pattern).split("\\"))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Behövs behovsprövning för Krimteamet?", True),
        ("Måste jag ansöka för att få prata med någon?", True),
        ("Vilka insatser ges utan prövning?", True),
        ("Do I need an assessment first?", True),
        ("Vem kan hjälpa min son med läxorna?", False),
        ("Jag behöver någon att prata med", False),
    ],
)
def test_questions_about_the_needs_assessment_are_heard(
    book: Rulebook, text: str, asks: bool
) -> None:
    assert Patterns(book.needs_test).found(normalise(text)) is asks
