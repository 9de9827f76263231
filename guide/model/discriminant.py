"""What was learned of which questions belong to which entry."""

from guide.model.linear import Linear
from guide.model.value import Value


class Discriminant(Value):
    """A score per entry; `scores` has a row for each of `service_ids`."""

    service_ids: tuple[str, ...] = ()
    scores: Linear = Linear()
