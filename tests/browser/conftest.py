"""Where the browser goes: the interface, with the real API and the real knowledge behind it."""

import sys
from collections.abc import Iterator

import pytest

from guide.settings import Settings
from tests.processes import free_port, process, wait_for

STAFF_TOKEN = "token-for-the-browser-tests"


@pytest.fixture(scope="session")
def api_url(real_settings: Settings) -> Iterator[str]:
    """Address of the real API over the project's own knowledge."""
    port = free_port()
    environment = {
        "GUIDE_DATA_DIR": str(real_settings.data_dir),
        "GUIDE_PORT": str(port),
        "GUIDE_STAFF_TOKEN": STAFF_TOKEN,
    }
    url = f"http://127.0.0.1:{port}"
    with process([sys.executable, "-m", "guide", "serve"], **environment):
        wait_for(f"{url}/readyz")
        yield url


@pytest.fixture(scope="session")
def ui_url(api_url: str) -> Iterator[str]:
    """Address of the real interface."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "ui/app.py", f"--server.port={port}"]
    url = f"http://127.0.0.1:{port}"
    with process(command, GUIDE_API_URL=api_url):
        wait_for(f"{url}/_stcore/health")
        yield url
