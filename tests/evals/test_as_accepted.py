"""What was accepted holds: the gates of `make evals` that cost least, at every test run."""

import pytest

from evals.components.asked import Asked
from evals.gates.baseline import BASELINE, load_baseline
from evals.gates.gates import failed, judged
from evals.suite.suite_run import measured
from guide.settings import Settings

CHEAP = ("answers", "personal-data", "equal-treatment")
"""Components that take less than a minute together; contacts, needs-tests and staff texts are
looked at in every run."""


def _quietly(_name: str, _done: int, _of: int) -> None:
    """No progress is shown."""


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.usefixtures("real_guide")
def test_no_gate_stops_what_is_in_the_repository(real_settings: Settings) -> None:
    run = measured(Asked.published(real_settings), CHEAP, _quietly)
    verdicts = judged(run, load_baseline(BASELINE))
    assert [f"{one.gate}: {one.told}" for one in failed(verdicts)] == []
    assert sum(one.state == "passed" for one in verdicts) >= len(CHEAP) + 3
