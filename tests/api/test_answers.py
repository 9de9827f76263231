"""Questions and cited answers over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.asking import ask, events

QUESTIONS = ["stöd med ekonomi", "min man slår mig", "Where can I get help with money?", "???"]


def test_an_answer_carries_services_sentences_and_its_version(client: TestClient) -> None:
    answer = ask(client, "Vad gör Samtalsrummet?")
    assert answer["status"] == "answered"
    assert answer["services"][0]["id"] == "samtalsrummet"
    assert answer["sentences"]
    assert answer["composer"] == "extractive"
    assert answer["knowledge_version"] == client.get("/v1/knowledge").json()["version"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_sentence_is_cited_and_every_quote_stands_in_its_passage(
    client: TestClient, question: str
) -> None:
    answer = ask(client, question)
    numbers = {citation["n"] for citation in answer["citations"]}
    for sentence in answer["sentences"]:
        assert sentence["cites"]
        assert set(sentence["cites"]) <= numbers
    for citation in answer["citations"]:
        passage = client.get(f"/v1/passages/{citation['passage_id']}").json()
        assert citation["quote"] in passage["text"]
        assert citation["service_id"] == passage["service_id"]
        assert citation["evidence"] == passage["evidence"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("fields", [{}, {"style": "easy"}, {"language": "en"}])
def test_a_stream_brings_sources_sentences_and_then_the_same_answer(
    client: TestClient, question: str, fields: dict[str, Any]
) -> None:
    streamed = events(client, question, **fields)
    names = [name for name, _ in streamed]
    assert names == ["sources", *["sentence"] * (len(names) - 2), "finished"]
    answer = ask(client, question, **fields)
    assert streamed[-1][1] == answer
    assert [data for name, data in streamed if name == "sentence"] == answer["sentences"]
    assert streamed[0][1] == {key: answer[key] for key in ("services", "notices")}


def test_a_crisis_comes_first_with_numbers_for_residents_alone(client: TestClient) -> None:
    answer = ask(client, "min man slår mig")
    notice = answer["notices"][0]
    assert notice["code"] == "CRISIS"
    assert notice["text"] == "Ring Jouren 042-00 00 03 nu."
    assert [contact["id"] for contact in notice["contacts"]] == ["jouren"]
    assert answer["services"][0]["id"] == "ekstodet"


def test_opening_hours_are_written_as_the_contract_says(client: TestClient) -> None:
    contact = ask(client, "Ekstodet")["services"][0]["contacts"][0]
    assert contact["hours"] == [{"days": ["mon", "tue"], "from": "08:00", "to": "16:00"}]
    assert contact["open_now"] in (True, False)
    assert contact["verified"] == "2025-11-01"


def test_filters_narrow_the_answer(client: TestClient) -> None:
    answer = ask(client, "stöd med bostad", filters={"needs_test": ["required"]})
    assert {card["id"] for card in answer["services"]} == {"boendehjalpen"}


def test_nothing_found_says_so_and_whom_to_ask(client: TestClient) -> None:
    answer = ask(client, "stöd", filters={"provider": ["region"]})
    assert answer["status"] == "unanswered.no_sources"
    assert answer["sentences"] == []
    assert answer["notices"][0]["contacts"][0]["phone"]


def test_a_question_without_words_is_asked_back(client: TestClient) -> None:
    answer = ask(client, "???")
    assert answer["status"] == "routed.unclear"
    assert [notice["code"] for notice in answer["notices"]] == ["CLARIFY"]
    assert answer["services"] == []


def test_six_earlier_turns_are_taken(client: TestClient) -> None:
    turns = [{"question": "hej", "service_ids": ["ekstodet"]}] * 6
    assert ask(client, "vad kostar det", history=turns)["sentences"]


@pytest.mark.parametrize(
    "question",
    ["hj\x00älp med ekonomi", "‮كيف أحصل", "\u200b\u200b", "😭😭", "a" * 2000, "{{7*7}} <script>"],
)
def test_strange_letters_get_an_ordinary_answer(client: TestClient, question: str) -> None:
    assert ask(client, question)["status"]


def test_retrieval_tells_the_score_of_each_leg(client: TestClient) -> None:
    asked = {"question": "stöd med ekonomi", "k": 3}
    passages = client.post("/v1/retrieve", json=asked).json()["passages"]
    assert len(passages) == 3
    assert set(passages[0]) == {"passage_id", "service_id", "text", "score", "legs"}
    assert set(passages[0]["legs"]) == {"dense", "lexical"}
    scores = [passage["score"] for passage in passages]
    assert scores == sorted(scores, reverse=True)
