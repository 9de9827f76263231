"""Answer-quality evaluation: retrieval and answers, measured through the real pipeline."""
