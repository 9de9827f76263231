"""One HTML page about a run, readable without anything beside it."""
