"""A real small model as a judge: what it cannot do is counted, and nothing is guessed."""

from importlib.util import find_spec

import pytest

from evals.data_files import AnswerCase
from evals.model_judge.judging import Judge
from evals.model_judge.rubric import read_rubric
from evals.model_judge.sums import summed
from guide.adapters.chat_model import LangChainChatModel
from guide.settings import PROJECT
from tests.small_catalogue import content, guide, service

# Not imported here: its compiled module does not stand others of its kind in one process.
if find_spec("xllamacpp") is None:
    pytest.skip("local-model is not installed: no real judge is tried", allow_module_level=True)


@pytest.fixture(autouse=True)
def _offline() -> None:
    """A server on this machine is spoken to."""


@pytest.mark.model
@pytest.mark.slow
def test_every_run_of_a_real_judge_is_accounted_for() -> None:
    from evals.local_model import SMOLLM2, prepare, served

    case = AnswerCase(
        id="q", audience="resident", lang="sv", question="Vad är Ekstödet?",
        expected=("Ekstödet",), kind="plain",
    )  # fmt: skip
    asked = guide(content(service("ekstodet", name="Ekstödet")))
    with served(prepare(PROJECT / ".data" / "models")) as address:
        model = LangChainChatModel(SMOLLM2.name, address, None, 300)
        judge = Judge(model, read_rubric(), 2, 300)
        (found,) = judge.judged([case], asked)
    assert sum(summed([found], {}).runs.values()) == 2
    assert all(run.why or run.reply for run in found.runs)
