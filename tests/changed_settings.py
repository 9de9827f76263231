"""Settings with other values, checked like the first."""

from guide.settings import Settings


def changed(settings: Settings, **fields: object) -> Settings:
    """The settings with these fields instead of their own."""
    return Settings.model_validate({**settings.model_dump(), **fields})
