"""Whatever a server does, pieces come in time or one named error does."""

import subprocess
import sys
import time

import pytest

from guide.adapters.chat_model import MOST_CHARACTERS, LangChainChatModel
from guide.errors import ChatFailed
from guide.ports import ChatMessage
from guide.settings import PROJECT
from tests.chat_server import (
    Handler,
    Script,
    breaks_off,
    fails,
    hangs,
    never_stops,
    says,
    sends,
    served,
)  # fmt: skip

pytestmark = pytest.mark.alone

ASKED = [ChatMessage("system", "Var kort."), ChatMessage("user", "Hej")]
SLACK = 5
"""Seconds that a busy machine may take beyond the limit."""


def model(address: str, seconds: float = 60) -> LangChainChatModel:
    made = LangChainChatModel("scripted", address, None, seconds)
    made.load()
    return made


def read_or_failed(reached: LangChainChatModel) -> str:
    """What was read; nothing where it failed as the port says, after whatever came before."""
    try:
        return "".join(reached.stream(ASKED, 60))
    except ChatFailed:
        return ""


def test_pieces_come_as_they_are_sent() -> None:
    with served(says("Hej ", "å ", "hå")) as (address, asked):
        assert "".join(model(address).stream(ASKED, 60)) == "Hej å hå"
    assert [m["content"] for m in asked[0]["messages"]] == ["Var kort.", "Hej"]
    assert asked[0]["model"] == "scripted"
    assert asked[0]["stream"] is True


def test_a_self_hosted_server_gets_no_key_of_another_provider(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-somebody-elses")
    seen: list[str] = []

    def script(handler: Handler) -> None:
        seen.append(handler.headers["Authorization"])
        says("ja")(handler)

    with served(script) as (address, _):
        list(model(address).stream(ASKED, 60))
    assert seen == ["Bearer none"]


@pytest.mark.parametrize(
    "script",
    [
        fails(500),
        fails(401),
        fails(429),
        breaks_off("Hej"),
        sends(b"<html>It works!</html>", "text/html"),
        sends(b"data: \xff\xfe\xc3\x28\n\n"),
        sends(b'data: {"choices": "none"}\n\n'),
    ],
    ids=["500", "401", "429", "breaks off", "not a model", "not UTF-8", "another shape"],
)
def test_a_server_that_does_not_answer_as_one_is_one_named_error(script: Script) -> None:
    with served(script) as (address, asked):
        assert read_or_failed(model(address)) in ("", "Hej")
    assert len(asked) == 1, "nothing is retried"


def test_nobody_at_the_address_is_the_same_error() -> None:
    with pytest.raises(ChatFailed):
        list(model("http://127.0.0.1:9/v1").stream(ASKED, 60))


@pytest.mark.parametrize("script", [hangs(), hangs("Hej"), never_stops("la ")])
def test_a_server_that_takes_too_long_is_left_in_time(script: Script) -> None:
    with served(script) as (address, _):
        reached, start = model(address), time.monotonic()
        with pytest.raises(ChatFailed, match="in time"):
            list(reached.stream(ASKED, 0.5))
        assert time.monotonic() - start < 0.5 + SLACK


def test_a_reply_without_end_is_read_no_further_than_an_answer_is_long() -> None:
    with served(never_stops("bla " * 500, 0)) as (address, _):
        read = "".join(model(address).stream(ASKED, 60))
    assert MOST_CHARACTERS <= len(read) < 2 * MOST_CHARACTERS


def test_an_unknown_provider_is_told_before_anything_is_asked() -> None:
    with pytest.raises(ChatFailed, match="nosuch"):
        LangChainChatModel("nosuch:model").load()


def test_nothing_of_it_is_imported_before_it_is_used() -> None:
    code = (
        "import sys; from guide.settings import Settings; from guide import chat_wiring, wiring; "
        "chat_wiring.build_chat_model(Settings()); "
        "vendors = {'langchain', 'openai', 'langgraph'}; "
        "sys.exit(bool(vendors & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False)
    assert done.returncode == 0
