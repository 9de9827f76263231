"""What is masked is told and never repeated: not by the answer, a stream, a fault or a count."""

import json

import pytest
from fastapi.testclient import TestClient

from tests.api.asking import ask, events

SECRETS = ("850101-1234", "Zlatibor", "070-174 06 05", "zlatibor@example.org",
           "Kvastgatan 17", "2024/31877", "Quist", "XB8301145", "5678 12 345 67")  # fmt: skip
QUESTION = (
    "Jag heter Zlatibor Quist, 850101-1234, bor på Kvastgatan 17, tel 070-174 06 05, "
    "zlatibor@example.org, dnr 2024/31877, pass nr XB8301145, konto 5678 12 345 67. "
    "Vem ger stöd med ekonomi?"
)
WORDS = ("101-1234", "850101", "zlatibor", "quist", "kvastgatan", "06 05", "31877", "8301145")


def repeated(text: str) -> list[str]:
    return [word for word in WORDS if word in text.casefold()]


@pytest.mark.parametrize("fields", [{}, {"style": "easy"}, {"language": "en"}, {"language": "ar"}])
def test_an_answer_tells_that_data_was_masked_and_repeats_none(
    client: TestClient, fields: dict[str, str]
) -> None:
    answer = ask(client, QUESTION, **fields)
    assert "PII_WARNING" in [notice["code"] for notice in answer["notices"]]
    assert answer["services"]
    assert repeated(json.dumps(answer, ensure_ascii=False)) == []


@pytest.mark.parametrize("secret", SECRETS)
def test_a_question_that_is_personal_data_alone_repeats_nothing(
    client: TestClient, secret: str
) -> None:
    answer = ask(client, f"jag heter {secret}" if secret in ("Quist", "Zlatibor") else secret)
    assert secret not in json.dumps(answer, ensure_ascii=False)


def test_a_stream_repeats_nothing(client: TestClient) -> None:
    assert repeated(json.dumps(events(client, QUESTION), ensure_ascii=False)) == []


def test_personal_data_in_earlier_questions_is_repeated_nowhere(client: TestClient) -> None:
    history = [{"question": QUESTION, "service_ids": ["samtalsrummet"]}]
    answer = ask(client, "Vad kostar det?", history=history)
    assert repeated(json.dumps(answer, ensure_ascii=False)) == []


def test_a_crisis_is_still_told_beside_personal_data(client: TestClient) -> None:
    answer = ask(client, "min man Zlatibor Quist 850101-1234 slår mig")
    assert [notice["code"] for notice in answer["notices"]][:2] == ["CRISIS", "PII_WARNING"]
    assert repeated(json.dumps(answer, ensure_ascii=False)) == []


@pytest.mark.parametrize(
    "body",
    [
        {"question": QUESTION, "audience": "zlatibor"},
        {"question": QUESTION * 40},
        {"question": [QUESTION]},
        {"question": QUESTION, "language": QUESTION},
    ],
)
def test_a_refused_request_does_not_repeat_what_was_sent(
    client: TestClient, body: dict[str, object]
) -> None:
    response = client.post("/v1/answers", json=body)
    assert response.status_code == 422
    assert repeated(response.text) == []


def test_the_journal_counts_the_warning_and_holds_no_word_of_the_question(
    client: TestClient,
) -> None:
    for _ in range(6):
        ask(client, QUESTION)
    told = client.get("/metrics").text
    assert "PII_WARNING" in told
    assert repeated(told) == []


def test_retrieval_repeats_nothing(client: TestClient) -> None:
    response = client.post("/v1/retrieve", json={"question": QUESTION, "k": 20})
    assert response.status_code == 200
    assert repeated(response.text) == []


def test_our_own_number_in_a_question_is_no_personal_data(client: TestClient) -> None:
    answer = ask(client, "Svarar 042-00 00 03 om stöd med ekonomi?")
    assert "PII_WARNING" not in [notice["code"] for notice in answer["notices"]]
