"""Vectors in Chroma: kept, deleted, filtered, and one clear error when it cannot be used."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest

from guide.adapters.chroma_connection import ServerConnection
from guide.adapters.chroma_store import ChromaStore, collection_name
from guide.errors import StoreUnavailable
from guide.model.passage import Passage
from guide.model.terms import Audience
from guide.ports import Vectors, VectorStore
from guide.settings import PROJECT
from tests.processes import free_port, wait_for

NAME = "passages-test-v1"
ANOTHER_PROCESS = """
import sys
from pathlib import Path
from guide.adapters.chroma_store import ChromaStore
from tests.adapters.test_chroma_store import NAME, passage, unit
store = ChromaStore.in_process(Path(sys.argv[1]), NAME)
store.add([passage("new", "resident")], unit(0)[None])
store.delete(["d0"])
"""


def passage(digest: str, audience: str = "resident") -> Passage:
    return Passage(
        id=f"{digest}:om-1",
        service_id=digest,
        title=digest,
        text=digest,
        audience=Audience(audience),
        search_text=f"text of {digest}",
        digest=digest,
    )


def unit(place: int) -> Vectors:
    """The unit vector along one of four axes."""
    axes: Vectors = np.eye(4, dtype=np.float32)
    row: Vectors = axes[place]
    return row


def filled(store: VectorStore) -> VectorStore:
    """Four vectors, the last one for staff."""
    store.add([passage(f"d{n}") for n in range(3)], np.eye(4, dtype=np.float32)[:3])
    store.add([passage("d3", "staff")], unit(3)[None])
    return store


def found(store: VectorStore, place: int, staff: bool = False) -> list[str]:
    audience = Audience.STAFF if staff else Audience.RESIDENT
    return [scored.id for scored in store.search(unit(place), 10, audience)]


@pytest.fixture
def store(tmp_path: Path) -> VectorStore:
    return filled(ChromaStore.in_process(tmp_path / "chroma", NAME))


def test_the_nearest_comes_first_with_its_cosine(store: VectorStore) -> None:
    scored = store.search(unit(1), 10, Audience.STAFF)
    assert scored[0].id == "d1"
    assert scored[0].score == pytest.approx(1, abs=1e-5)
    assert scored[-1].score == pytest.approx(0, abs=1e-5)
    assert len(store.search(unit(1), 2, Audience.STAFF)) == 2


def test_residents_never_get_what_is_for_staff(store: VectorStore) -> None:
    assert "d3" not in found(store, 3)
    assert found(store, 3, staff=True)[0] == "d3"


def test_what_is_deleted_is_gone_and_unknown_digests_are_ignored(store: VectorStore) -> None:
    store.delete(["d1", "never-there"])
    store.delete([])
    assert store.digests() == {"d0", "d2", "d3"}
    assert "d1" not in found(store, 1)


def test_storing_one_twice_does_no_harm(store: VectorStore) -> None:
    filled(store)
    store.add([], np.zeros((0, 4), np.float32))
    assert len(store.digests()) == 4


def test_vectors_are_kept_in_the_folder(store: VectorStore, tmp_path: Path) -> None:
    again = ChromaStore.in_process(tmp_path / "chroma", NAME)
    assert again.digests() == store.digests()
    assert found(again, 2)[0] == "d2"


@pytest.mark.usefixtures("store")
def test_two_embedders_do_not_mix(tmp_path: Path) -> None:
    other = ChromaStore.in_process(tmp_path / "chroma", collection_name("another model/7"))
    assert other.digests() == frozenset()
    assert found(other, 1) == []


def test_what_another_process_writes_is_seen_without_a_restart(
    store: VectorStore, tmp_path: Path
) -> None:
    assert found(store, 0)[0] == "d0"
    subprocess.run(
        [sys.executable, "-c", ANOTHER_PROCESS, str(tmp_path / "chroma")],
        cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}, check=True,
    )  # fmt: skip
    assert found(store, 0)[0] == "new"
    assert "d0" not in found(store, 0)
    assert found(store, 0, staff=True)[0] == "new"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files under /proc")
def test_opening_anew_leaves_no_files_open(store: VectorStore, tmp_path: Path) -> None:
    opened = []
    for _ in range(20):
        os.utime(tmp_path / "chroma" / "chroma.sqlite3")
        assert found(store, 0)[0] == "d0"
        opened.append(len(list(Path("/proc/self/fd").iterdir())))
    assert opened[-1] - opened[0] < 10


def test_a_damaged_folder_says_which_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    damaged = ChromaStore.in_process(tmp_path, NAME)
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match=r"python -m ingest run") as raised:
            damaged.digests()
        assert str(tmp_path) in str(raised.value)


def test_a_closed_port_is_told_at_once_with_address_and_remedy() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    started = time.monotonic()
    with pytest.raises(StoreUnavailable, match="GUIDE_CHROMA_URL") as raised:
        ChromaStore.server(url, NAME).search(unit(0), 1, Audience.RESIDENT)
    assert url in str(raised.value)
    assert time.monotonic() - started < 5


def test_a_server_that_never_answers_counts_as_gone() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreUnavailable, match="timed out"):
            ChromaStore(ServerConnection(url, NAME, timeout_s=0.3)).digests()


@pytest.fixture(scope="module")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server in a process of its own."""
    port = free_port()
    folder = tmp_path_factory.mktemp("chroma-server")
    chroma = str(Path(sys.executable).with_name("chroma"))
    command = [chroma, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/api/v2/heartbeat")
        yield url
    finally:
        server.terminate()
        server.wait(10)


def test_a_server_adds_searches_and_deletes(chroma_url: str) -> None:
    server = ChromaStore.server(chroma_url + "/", NAME)
    store = filled(server)
    assert found(store, 1)[0] == "d1"
    assert "d3" not in found(store, 3)
    store.delete(["d1"])
    assert store.digests() == {"d0", "d2", "d3"}
    server.close()


def test_every_request_to_a_server_has_a_time_limit(chroma_url: str) -> None:
    connection = ServerConnection(chroma_url, NAME, timeout_s=3)
    with connection.use() as collection:
        session = collection._client._session  # type: ignore[attr-defined]
    connection.reset()
    assert session.timeout == httpx.Timeout(3)


@pytest.mark.parametrize("fingerprint", ["multilingual-e5-small-0a1b", "å/ö model:7", "x"])
def test_collection_names_are_such_as_chroma_accepts(fingerprint: str) -> None:
    store = ChromaStore.in_memory(collection_name(fingerprint))
    assert store.digests() == frozenset()
