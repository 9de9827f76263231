"""`python -m guide`."""

from guide.cli import app

app()
