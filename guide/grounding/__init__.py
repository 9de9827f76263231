"""Only what holds in the cited passage is shown."""
