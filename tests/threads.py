"""Threads that start at the same moment."""

import threading
from collections.abc import Callable


def at_once(*tasks: Callable[[], object], seconds: float = 60) -> None:
    """Runs each task in a thread of its own, all let loose together, and waits for every one.

    What a task raises is raised here; a thread that has not ended after `seconds` fails the test.
    """
    gate = threading.Barrier(len(tasks))
    raised: list[BaseException] = []

    def run(task: Callable[[], object]) -> None:
        gate.wait()
        try:
            task()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(task,), daemon=True) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds)
    if raised:
        raise raised[0]
    assert not any(thread.is_alive() for thread in threads)
