"""What the whole folder must hold to, one concept a file. `ingest.check` puts them together."""
