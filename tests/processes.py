"""Real servers as processes of their own, on free ports of this machine."""

import multiprocessing
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerContext

import httpx

from guide.settings import PROJECT

START_SECONDS = 90
PRELOADED = [
    "ingest.sync", "guide.wiring", "guide.adapters.onnx_graph", "chromadb", "filelock",
    "safetensors", "sentence_transformers", "torch",
]  # fmt: skip


@contextmanager
def process(command: list[str], **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command with its children, running from the project's root until the block ends."""
    with subprocess.Popen(
        command, cwd=PROJECT, env={**os.environ, **environment}, start_new_session=True
    ) as running:
        try:
            yield running
        finally:
            stop(running)


def stop(running: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    """Signals the process group and waits; kills what is left after ten seconds."""
    for sent in (how, signal.SIGKILL):
        try:
            os.killpg(running.pid, sent)
            running.wait(10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def wait_for(url: str, seconds: float = START_SECONDS) -> float:
    """Seconds until the address answered; raises TimeoutError when it does not in time."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        try:
            if httpx.get(url, trust_env=False).is_success:
                return time.monotonic() - start
        except httpx.HTTPError:
            time.sleep(0.2)
    raise TimeoutError(f"{url} did not answer within {seconds} seconds")


def forkserver() -> ForkServerContext:
    """Processes that start in milliseconds: what they import is imported once.

    Python keeps one such server for all tests, with what the first of them asked for.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
