"""What the visitor's session keeps and sends along."""

from typing import Any

from ui.conversation import Conversation
from ui.model import Answer, Card, Sources


def finished(count: int) -> Conversation:
    conversation = Conversation({}, "resident")
    for index in range(count):
        conversation.ask(f"fråga {index}")
        cards = tuple(Card(id=f"s{n}", name="S") for n in range(25))
        answer = Answer(status="answered", services=cards)
        conversation.update(conversation.exchanges[-1].after(answer))
    return conversation


def test_at_most_six_turns_of_twenty_services_are_sent_the_latest_ones() -> None:
    conversation = finished(8)
    conversation.ask("nu")
    turns = conversation.history(conversation.exchanges[-1])
    assert [turn.question for turn in turns] == [f"fråga {index}" for index in range(2, 8)]
    assert {len(turn.service_ids) for turn in turns} == {20}


def test_unanswered_questions_are_not_history() -> None:
    conversation = finished(1)
    conversation.ask("stoppad")
    stopped = conversation.exchanges[-1]
    conversation.update(stopped.after(Sources()))
    conversation.ask("nu")
    turns = conversation.history(conversation.exchanges[-1])
    assert [turn.question for turn in turns] == ["fråga 0"]


def test_question_is_trimmed_cut_to_the_limit_and_never_empty() -> None:
    conversation = Conversation({}, "resident")
    conversation.ask("   ")
    conversation.ask(f"  {'x' * 3000}")
    assert [len(exchange.question) for exchange in conversation.exchanges] == [2000]


def test_pages_do_not_share_a_conversation() -> None:
    state: dict[str, Any] = {}
    Conversation(state, "staff").ask("internt")
    assert Conversation(state, "resident").exchanges == ()
