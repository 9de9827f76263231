"""The visitor's own list as text, page and calendar; made on the spot and kept nowhere."""
