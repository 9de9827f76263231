"""Every weight of the ranking, as one value: chosen on the tuning part of the repository's own
questions, and each held against its absence by `python -m evals ablation`."""

from guide.model.value import Value


class Weights(Value):
    """In standard deviations of what they are added to."""

    learned: float = 1.0
    """Of the discriminant that was learned from examples."""
    words: float = 0.5
    """Of word matches over whole entries."""
    nearest: float = 0.3
    """Of the passage nearest to the question."""
    named: float = 2.0
    """Added to an entry that the question names."""
    no_test: float = 0.15
    """A resident's preference for help without needs assessment: decides between near equals."""
    uncertain: float = 0.15
    """Taken from what is last named years ago: it stands behind a current service that fits as
    well."""
    for_adults: float = 1.0
    """Taken, where a child asks, from what no source says is for children or young people."""
    beside: float = 0.35
    """Of how well an entry fits all that is told, where one need of several is ranked by itself."""
    entry: float = 0.75
    """Share of its entry's score in a passage's, where passages are ranked."""


CHOSEN = Weights()
