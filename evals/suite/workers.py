"""Components measured side by side, each in a process with a guide and a core of its own."""

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing.queues import SimpleQueue
from threading import Thread
from typing import NamedTuple

from evals.components.asked import Asked
from evals.components.outcome import Outcome, Progress
from evals.components.registry import COMPONENTS
from evals.errors import WorkerLost
from guide.settings import Settings

MOST = 2
"""Processes; each holds two models and the index, some 1.5 GB of memory."""
TOGETHER = (("retrieval", "language", "side-by-side"),)
"""Components that ask the same questions: one process answers each once."""
_Step = tuple[str, int, int]


class Measured(NamedTuple):
    """What a component came to, and how long it took."""

    component: str
    outcomes: list[Outcome]
    seconds: float


def measure(asked: Asked, names: Sequence[str], progress: Progress) -> list[Measured]:
    """One component after the other. Raises as `Component.outcomes`."""
    found = []
    for name in names:
        begun = time.perf_counter()
        outcomes = list(COMPONENTS[name].outcomes(asked, progress))
        found.append(Measured(name, outcomes, round(time.perf_counter() - begun, 1)))
    return found


def measure_apart(settings: Settings, names: Sequence[str], progress: Progress) -> list[Measured]:
    """All components, in the order named, over what is published.

    Raises:
        WorkerLost: a process ended before its work did, most likely for want of memory.
    Else as `measure`; after an error nothing more is begun.
    """
    context = multiprocessing.get_context("spawn")
    steps: SimpleQueue[_Step | None] = context.SimpleQueue()
    cores = context.SimpleQueue()
    for core in _cores()[:MOST]:
        cores.put(core)
    workers = ProcessPoolExecutor(MOST, context, _begin, (settings, cores, steps))
    try:
        with _told(steps, progress), workers:
            jobs = [workers.submit(_job, part) for part in parts(names)]
            done, _ = wait(jobs, return_when=FIRST_EXCEPTION)
            failed = any(job.exception() is not None for job in done)
            workers.shutdown(wait=False, cancel_futures=failed)
            found = {one.component: one for job in done for one in job.result()}
    except BrokenProcessPool as error:
        raise WorkerLost(
            "a process that measured has ended; the suite needs some four gigabytes of memory: "
            "free some, or measure one component at a time"
        ) from error
    return [found[name] for name in names]


def parts(names: Sequence[str]) -> list[tuple[str, ...]]:
    """What one process measures at a stretch; each name once, in the order named."""
    groups: dict[str, tuple[str, ...]] = {}
    for name in names:
        whole = next((group for group in TOGETHER if name in group), (name,))
        groups.setdefault(whole[0], tuple(one for one in names if one in whole))
    return list(groups.values())


@contextmanager
def _told(steps: "SimpleQueue[_Step | None]", progress: Progress) -> Iterator[None]:
    """Passes on what the processes say of their progress."""

    def listen() -> None:
        while (step := steps.get()) is not None:
            progress(*step)

    listener = Thread(target=listen, daemon=True)
    listener.start()
    yield
    # Not after a failure: a process that was killed may hold the queue's lock for ever.
    steps.put(None)
    listener.join()


class _Worker:
    """What a process keeps between its parts."""

    settings: Settings
    progress: Progress


def _begin(
    settings: Settings, cores: "SimpleQueue[int]", steps: "SimpleQueue[_Step | None]"
) -> None:
    core = cores.get()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})
    _Worker.settings = settings
    _Worker.progress = staticmethod(lambda what, done, of: steps.put((what, done, of)))


def _job(names: tuple[str, ...]) -> list[Measured]:
    return measure(_published(), names, _Worker.progress)


@cache
def _published() -> Asked:
    """What is published, opened in the process's first part: what is wrong with it is told there
    as it is, and not as a process that could not begin."""
    return Asked.published(_Worker.settings)


def _cores() -> list[int]:
    """Cores that this process may use, one for each worker at least."""
    known = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]
    return known * MOST if len(known) < MOST else known
