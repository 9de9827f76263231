"""Find the passages and services that fit a question."""
