"""The path of headings of a document that tells the level of each."""


class Levels:
    """Keeps the headings that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def enter(self, level: int, heading: str) -> None:
        """Goes to a heading; those of its own or a deeper level are closed."""
        self._open = [entry for entry in self._open if entry[0] < level]
        if heading:
            self._open.append((level, heading))

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(heading for _, heading in self._open)
