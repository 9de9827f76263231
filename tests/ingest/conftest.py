"""These tests reach no network."""

import pytest

from guide.settings import Settings
from tests.ingest.workshop import Workshop, open_workshop


@pytest.fixture(autouse=True)
def _offline(no_network: None) -> None:
    """For every test of this folder."""


@pytest.fixture
def workshop(settings: Settings) -> Workshop:
    return open_workshop(settings)
