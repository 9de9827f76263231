"""What is remembered of use: counts and codes, never a question."""
