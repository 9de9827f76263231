"""Where the browser goes: the interface, with a scripted API behind it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@pytest.fixture(scope="session")
def ui_url() -> Iterator[str]:
    """Address of a running interface; `UI_URL` names one that runs already."""
    if given := os.environ.get("UI_URL"):
        yield given
        return
    api_port, ui_port = free_port(), free_port()
    api = [sys.executable, "-m", "tests.ui.scripted_api"]
    ui = [sys.executable, "-m", "streamlit", "run", "ui/app.py", f"--server.port={ui_port}"]
    url = f"http://127.0.0.1:{ui_port}"
    with (
        process(api, SCRIPTED_PORT=str(api_port)),
        process(ui, GUIDE_API_URL=f"http://127.0.0.1:{api_port}"),
    ):
        wait_for(f"{url}/_stcore/health")
        yield url


@contextmanager
def process(command: list[str], **environment: str) -> Iterator[None]:
    """The command, running from the root of the repository until the block ends."""
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}) as running:
        try:
            yield
        finally:
            running.terminate()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def wait_for(url: str) -> None:
    """Returns when the address answers; raises TimeoutError after a minute."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(url, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise TimeoutError(f"{url} did not answer within {START_SECONDS} seconds")
