"""The web interface: thin, and joined to the guide by its HTTP API alone."""
