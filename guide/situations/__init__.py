"""Situations that staff describe, and the entries that fit them."""
