"""What the interface reads from its environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

API_URL_KEY = "GUIDE_API_URL"
DEFAULT_API_URL = "http://127.0.0.1:8000"


class SettingsError(ValueError):
    """A setting to change. The message names the variable and a value that works."""


@dataclass(frozen=True)
class UiSettings:
    """`api_url` has no slash at its end; the times are seconds."""

    api_url: str
    connect_seconds: float = 3.0
    answer_seconds: float = 90.0
    lookup_seconds: float = 8.0


def read_settings(environment: Mapping[str, str] = os.environ) -> UiSettings:
    """Reads `GUIDE_API_URL`. Raises SettingsError where it is not an http(s) address."""
    given = environment.get(API_URL_KEY, "").strip() or DEFAULT_API_URL
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError(
            f"{API_URL_KEY} is {given!r}; it must be the API's address with http:// or https://, "
            f"for example {DEFAULT_API_URL}"
        )
    if parts.query or parts.fragment:
        raise SettingsError(f"{API_URL_KEY} is {given!r}; leave out what follows ? or #")
    return UiSettings(api_url=given.rstrip("/"))
