"""The project's own knowledge. These tests reach no network."""

import pytest

from guide.model.knowledge import Content
from ingest.load import Loaded


@pytest.fixture(autouse=True)
def _offline(no_network: None) -> None:
    """For every test of this folder."""


@pytest.fixture
def loaded(project_knowledge: Loaded) -> Loaded:
    return project_knowledge


@pytest.fixture(scope="session")
def content(project_knowledge: Loaded) -> Content:
    return project_knowledge.content
