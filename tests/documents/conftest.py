"""These tests reach no network."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _offline(no_network: None) -> None:
    """For every test of this folder."""


@pytest.fixture(scope="session")
def city_documents() -> Path:
    """The folder of the city's documents, or a printed skip."""
    folder = os.environ.get("GUIDE_DOCUMENTS")
    if not folder:
        pytest.skip("GUIDE_DOCUMENTS is not set: the city's documents are not read")
    return Path(folder)
