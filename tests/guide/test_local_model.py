"""A real model is served over the OpenAI protocol, and its text comes through the adapter."""

from importlib.util import find_spec

import pytest

from guide.adapters.chat_model import LangChainChatModel
from guide.ports import ChatMessage
from guide.settings import PROJECT

# Not imported here: its compiled module does not stand others of its kind in one process.
if find_spec("xllamacpp") is None:
    pytest.skip(
        "local-model is not installed: no real chat model is tried", allow_module_level=True
    )


@pytest.mark.alone
@pytest.mark.model
@pytest.mark.slow
def test_a_real_model_is_served_and_streams_text() -> None:
    from evals.local_model import SMOLLM2, prepare, served

    with served(prepare(PROJECT / ".data" / "models")) as address:
        model = LangChainChatModel(SMOLLM2.name, address, None, 120)
        pieces = model.stream([ChatMessage("user", "Say hello in one word.")], 120)
        assert next(piece for piece in pieces if piece.strip())
