"""Frozen values: the words of the design as types. Nothing here reads files or calls a model."""
