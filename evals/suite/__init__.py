"""A run over all components: figures, what it was made with, comparison."""
