"""These tests reach no network."""

import pytest


@pytest.fixture(autouse=True)
def _offline(no_network: None) -> None:
    """For every test of this folder."""
