"""The guide: from a question to a cited answer. See README.md for the path a question takes."""
