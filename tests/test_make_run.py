"""`make run` starts both servers and stops both."""

import signal
import socket
import sys
from pathlib import Path

import pytest

from guide.settings import Settings
from tests.processes import free_port, process, stop, wait_for

SECOND_START_SECONDS = 30.0


@pytest.mark.alone
@pytest.mark.model
@pytest.mark.slow
def test_second_start_serves_both_ports_soon_and_ctrl_c_stops_both(
    real_settings: Settings,
) -> None:
    if not (Path(sys.prefix) / ".installed").exists():
        pytest.skip("not in the environment that make installs")
    api, ui = free_port(), free_port()
    environment = {
        "GUIDE_DATA_DIR": str(real_settings.data_dir),
        "GUIDE_PORT": str(api),
        "GUIDE_API_URL": f"http://127.0.0.1:{api}",
        "STREAMLIT_SERVER_PORT": str(ui),
    }
    with process(["make", "run", f"VENV={sys.prefix}"], **environment) as running:
        took = wait_for(f"http://127.0.0.1:{api}/readyz")
        took += wait_for(f"http://127.0.0.1:{ui}/_stcore/health")
        assert took < SECOND_START_SECONDS
        stop(running, signal.SIGINT)
    for port in (api, ui):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0
