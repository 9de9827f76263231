"""Knowledge that is published on disk."""

import pytest

from guide.settings import Settings
from ingest.sync import Sync


@pytest.fixture
def published_settings(settings: Settings) -> Settings:
    """Settings whose knowledge has been made searchable."""
    Sync.from_settings(settings).run()
    return settings
