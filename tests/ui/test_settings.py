"""What the interface reads from its environment."""

import pytest

from ui.settings import SettingsError, read_settings


def test_unset_address_is_the_local_api() -> None:
    assert read_settings({}).api_url == "http://127.0.0.1:8000"


def test_slash_at_the_end_is_dropped() -> None:
    assert read_settings({"GUIDE_API_URL": "https://api.example.org/x/"}).api_url.endswith("/x")


@pytest.mark.parametrize("value", ["api.example.org", "ftp://x", "http://", "http://x?y=1"])
def test_wrong_address_says_what_to_write(value: str) -> None:
    with pytest.raises(SettingsError, match=r"GUIDE_API_URL is .*"):
        read_settings({"GUIDE_API_URL": value})
