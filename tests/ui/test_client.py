"""The HTTP client against a real socket."""

import pytest

from tests.ui.conftest import RunningApi
from tests.ui.scripted_api import TOKEN
from ui.client import ApiError, Cause, GuideClient
from ui.model import Answer, Ask, Sentence, Sources
from ui.settings import UiSettings, read_settings


def client(token: str | None = None) -> GuideClient:
    return GuideClient(read_settings(), token)


@pytest.mark.usefixtures("api")
def test_stream_gives_sources_then_sentences_then_the_answer() -> None:
    kinds = [type(event) for event in client().stream(Ask(question="min man slår mig"))]
    assert kinds == [Sources, *[Sentence] * 5, Answer]


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(
    ("question", "audience", "cause"),
    [("avbrott", "resident", "down"), ("upptagen", "resident", "busy"), ("hej", "staff", "token")],
)
def test_each_failure_has_its_cause(question: str, audience: str, cause: Cause) -> None:
    ask = Ask.model_validate({"question": question, "audience": audience})
    with pytest.raises(ApiError) as caught:
        list(client().stream(ask))
    assert caught.value.cause == cause


@pytest.mark.usefixtures("api")
def test_problem_detail_is_kept_for_staff() -> None:
    with pytest.raises(ApiError, match="Stycket finns inte"):
        client().passage("finns-inte")


def test_slow_api_is_told_from_one_that_is_down(api: RunningApi) -> None:
    hurried = GuideClient(UiSettings(api.url, answer_seconds=0.0001))
    with pytest.raises(ApiError) as caught:
        list(hurried.stream(Ask(question="hej")))
    assert caught.value.cause == "slow"


@pytest.mark.usefixtures("no_api")
def test_closed_port_is_down() -> None:
    with pytest.raises(ApiError) as caught:
        client().passage("familjevaldsenheten:about-1")
    assert caught.value.cause == "down"


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(("token", "accepted"), [(TOKEN, True), ("fel", False)])
def test_token_is_tried_before_it_is_believed(token: str, accepted: bool) -> None:
    assert client(token).accepts_token() is accepted
