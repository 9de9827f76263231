"""Reads the city's documents into clean passages that name the place they come from."""
