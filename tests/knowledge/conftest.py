"""The project's own knowledge, read once. These tests reach no network."""

import pytest

from guide.model.knowledge import Content
from guide.settings import PROJECT
from ingest.load import Loaded, Loader


@pytest.fixture(autouse=True)
def _offline(no_network: None) -> None:
    """For every test of this folder."""


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return Loader(PROJECT / "knowledge").load()


@pytest.fixture(scope="session")
def content(loaded: Loaded) -> Content:
    return loaded.content
