"""A question that leans on the one before it."""

import pytest

from guide.model.question import Question, Turn
from guide.model.rules import Rulebook
from guide.rules.text import normalise
from guide.rules.thread import Earlier, Thread
from ingest.load import Loaded

GAMBLING = Turn(question="Vem kan hjälpa mig med spelmissbruk?", service_ids=("stodlinjen",))


@pytest.fixture(scope="module")
def rulebook(project_knowledge: Loaded) -> Rulebook:
    return project_knowledge.content.rules


def earlier(rulebook: Rulebook, text: str, *history: Turn) -> Earlier:
    thread = Thread(rulebook, frozenset())
    return thread.earlier(Question(question=text, history=history), normalise(text))


@pytest.mark.parametrize(
    "text",
    ["Och för min fru då?", "men om hon inte vill", "and what about my wife?", "а для моєї дочки?",
     "وماذا عن ابنتي؟", "oo xaaskayga?", "و برای دخترم؟"],
)  # fmt: skip
def test_a_question_that_goes_on_takes_the_earlier_text(rulebook: Rulebook, text: str) -> None:
    assert earlier(rulebook, text, GAMBLING).text == GAMBLING.question


def test_the_text_is_that_of_the_last_question_that_stands_alone(rulebook: Rulebook) -> None:
    between = Turn(question="och för min son då?", service_ids=("maria",))
    found = earlier(rulebook, "och om han inte vill?", GAMBLING, between)
    assert found == Earlier(GAMBLING.question, ("maria",))


def test_a_short_question_may_be_about_what_was_told(rulebook: Rulebook) -> None:
    assert earlier(rulebook, "Kostar det något?", GAMBLING) == Earlier("", ("stodlinjen",))


@pytest.mark.parametrize(
    "text", ["Jag letar efter en plats där mina barn kan leka efter skolan", "hemtjänst " * 9]
)
def test_a_question_of_its_own_takes_nothing(rulebook: Rulebook, text: str) -> None:
    assert earlier(rulebook, text, GAMBLING) == Earlier()


def test_without_a_conversation_there_is_nothing_to_take(rulebook: Rulebook) -> None:
    assert earlier(rulebook, "och för min fru då?") == Earlier()


def test_personal_data_in_the_earlier_question_is_masked(rulebook: Rulebook) -> None:
    turn = Turn(question="jag heter Anna, 19900101-2384, vem hjälper mig med skulder")
    found = earlier(rulebook, "och för min fru då?", turn)
    assert "2384" not in found.text
    assert "Anna" not in found.text
    assert "skulder" in found.text
