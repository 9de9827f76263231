"""What can go wrong while measuring, beside data that cannot be used."""


class WorkerLost(Exception):
    """A process that measured ended before its work did; the message says what to do."""
