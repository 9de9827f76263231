"""Two processes measure what one does."""

import multiprocessing
import os
import signal
import time

import pytest

from evals.components.asked import Asked
from evals.components.registry import COMPONENTS
from evals.errors import WorkerLost
from evals.suite.suite_run import measured_apart
from evals.suite.workers import measure, measure_apart, parts
from guide.errors import KnowledgeMissing
from guide.settings import Settings
from ingest.sync import Sync

CHEAP = ["personal-data", "equal-treatment"]


def test_what_asks_the_same_questions_is_measured_by_one_process() -> None:
    named = ["routing", "retrieval", "answers", "language"]
    assert parts(named) == [("routing",), ("retrieval", "language"), ("answers",)]
    assert parts(["language", "routing"]) == [("language",), ("routing",)]
    whole = [name for part in parts(list(COMPONENTS)) for name in part]
    assert sorted(whole) == sorted(COMPONENTS)


@pytest.mark.alone
@pytest.mark.model
@pytest.mark.slow
def test_processes_measure_what_one_process_does(real_settings: Settings) -> None:
    steps: list[tuple[str, int, int]] = []

    def heard(what: str, done: int, of: int) -> None:
        steps.append((what, done, of))

    apart = measure_apart(real_settings, CHEAP, heard)
    together = measure(Asked.published(real_settings), CHEAP, lambda _what, _done, _of: None)
    assert [(one.component, one.outcomes) for one in apart] == [
        (one.component, one.outcomes) for one in together
    ]
    assert {what for what, done, of in steps if done == of} >= {"equal treatment reporting"}


@pytest.mark.alone
@pytest.mark.slow
def test_a_process_that_is_killed_ends_the_run_with_what_to_do(settings: Settings) -> None:
    Sync.from_settings(settings).run()

    def kill(_what: str, _done: int, _of: int) -> None:
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(WorkerLost, match="memory"):
        measure_apart(settings, ["equal-treatment"], kill)


@pytest.mark.alone
@pytest.mark.slow
def test_an_error_in_one_process_is_told_and_nothing_more_begins(settings: Settings) -> None:
    """Of five parts two begin; each finds that nothing is published, and the rest is dropped."""
    many = ["personal-data", "equal-treatment", "routing", "answers", "grounding"]
    begun = time.perf_counter()
    with pytest.raises(KnowledgeMissing):
        measure_apart(settings, many, lambda _what, _done, _of: None)
    assert time.perf_counter() - begun < 60


@pytest.mark.slow
def test_nothing_published_is_told_before_any_process_starts(settings: Settings) -> None:
    with pytest.raises(KnowledgeMissing):
        measured_apart(settings, CHEAP, lambda _what, _done, _of: None)
