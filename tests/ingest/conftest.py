"""These tests reach no network."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from guide.settings import Settings
from tests.ingest.workshop import Workshop, open_workshop


@pytest.fixture(autouse=True)
def _offline(no_network: None) -> None:
    """For every test of this folder."""


@pytest.fixture
def workshop(settings: Settings) -> Workshop:
    return open_workshop(settings)


@pytest.fixture
def run(
    knowledge: Path, tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> CliRunner:
    """A runner whose commands see the small knowledge."""
    monkeypatch.setenv("GUIDE_KNOWLEDGE_DIR", str(knowledge))
    monkeypatch.setenv("GUIDE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("GUIDE_EMBEDDING_MODEL", str(tiny_model))
    monkeypatch.delenv("GUIDE_DOCUMENTS", raising=False)
    return CliRunner()
