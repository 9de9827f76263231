"""How a Chroma collection is reached: in a folder, at an address, in memory."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

TIMEOUT_S = 5.0
"""How long a Chroma server may take to answer."""
_OPENING = threading.Lock()
"""Chroma keeps its open clients in one unguarded list."""


class Connection(Protocol):
    """Opens one collection when it is needed."""

    @property
    def place(self) -> str:
        """What errors call it."""

    @property
    def remedy(self) -> str:
        """What to do when it cannot be used."""

    @property
    def tries(self) -> int:
        """How often it is worth trying, each time opened anew."""

    def use(self) -> "AbstractContextManager[Collection]":
        """The collection for one operation; whatever Chroma raises passes through."""

    def reset(self) -> None:
        """Forgets what is open, so that the next use opens it anew."""


class FolderConnection:
    """A folder that this process reads and any process may write.

    Chroma keeps what it has loaded: after a write by another process it misses the new vectors,
    or fails until it is opened anew. So the folder is opened anew whenever its file has changed.
    """

    tries = 3
    remedy = "delete it and run: python -m ingest run; or change GUIDE_DATA_DIR"

    def __init__(self, folder: Path, name: str) -> None:
        self.place = f"the Chroma folder {folder}"
        self._folder = folder
        self._name = name
        self._lock = threading.Lock()
        self._system: Any = None
        self._opened: Collection | None = None
        self._stamp: tuple[int, int] | None = None

    @contextmanager
    def use(self) -> Iterator["Collection"]:
        with self._lock:
            if self._opened is None or self._stamp != self._now():
                self._close()
                self._opened = self._open()
                # Vectors are read at the first use, so what is written from here on is seen.
                self._stamp = self._now()
            yield self._opened

    def reset(self) -> None:
        with self._lock:
            self._close()

    def _open(self) -> "Collection":
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient

        self._folder.mkdir(parents=True, exist_ok=True)
        with _OPENING:
            # Chroma lends all clients of a folder what one of them has loaded; this starts anew.
            SharedSystemClient.clear_system_cache()
            client: Any = chromadb.PersistentClient(path=str(self._folder), settings=_settings())
            self._system = client._system
        return _collection(client, self._name)

    def _close(self) -> None:
        system, self._system, self._opened = self._system, None, None
        if system is not None:
            system.stop()

    def _now(self) -> tuple[int, int] | None:
        try:
            stat = (self._folder / "chroma.sqlite3").stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size


class ServerConnection:
    """A Chroma server at http(s)://host:port, which answers in time or counts as gone."""

    tries = 1
    remedy = "start it, or change GUIDE_CHROMA_URL"

    def __init__(self, url: str, name: str, timeout_s: float = TIMEOUT_S) -> None:
        self.place = f"the Chroma server {url}"
        self._url = url
        self._name = name
        self._timeout_s = timeout_s
        self._client: Any = None
        self._opened: Collection | None = None

    @contextmanager
    def use(self) -> Iterator["Collection"]:
        opened = self._opened
        if opened is None:
            opened = self._opened = self._open()
        yield opened

    def reset(self) -> None:
        client, self._client, self._opened = self._client, None, None
        if client is not None:
            client.close()
            for session in _sessions(client):
                session.close()

    def _open(self) -> "Collection":
        import chromadb
        import httpx

        # Chroma's client waits for ever, from its constructor on.
        httpx.get(f"{self._url.rstrip('/')}/api/v2/heartbeat", timeout=self._timeout_s)
        parts = urlsplit(self._url)
        secure = parts.scheme == "https"
        with _OPENING:
            self._client = chromadb.HttpClient(
                host=parts.hostname or "localhost",
                port=parts.port or (443 if secure else 80),
                ssl=secure,
                settings=_settings(),
            )
        for session in _sessions(self._client):
            session.timeout = httpx.Timeout(self._timeout_s)
        return _collection(self._client, self._name)


class MemoryConnection:
    """A scratch collection of its own that is forgotten with the process.

    Chroma lends all in-memory clients of a process one store, so the name is made unique.
    """

    place = "the in-memory Chroma"
    tries = 1
    remedy = "start again"

    def __init__(self, name: str) -> None:
        self._name = f"{name}-{uuid.uuid4().hex}"
        self._opened: Collection | None = None

    @contextmanager
    def use(self) -> Iterator["Collection"]:
        import chromadb

        if self._opened is None:
            with _OPENING:
                client = chromadb.EphemeralClient(settings=_settings())
            self._opened = _collection(client, self._name)
        yield self._opened

    def reset(self) -> None:
        self._opened = None


def _sessions(client: Any) -> list[Any]:
    """The client's HTTP sessions, which Chroma neither limits nor closes."""
    return [part._server._session for part in (client, client._admin_client)]


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def _collection(client: "ClientAPI", name: str) -> "Collection":
    return client.get_or_create_collection(
        name,
        configuration={"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}},
        embedding_function=None,
    )
