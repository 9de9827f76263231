"""One small guide for all tests of situations."""

import pytest

from guide.answering import Guide
from tests.situations.deskside import desk


@pytest.fixture(scope="session")
def made() -> Guide:
    return desk()
