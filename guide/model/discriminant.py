"""What was learned of which questions belong to which entry."""

from guide.model.value import Value


class Discriminant(Value):
    """A linear score per entry: `weights` times a question's vector, plus `offsets`.

    Both hold little-endian float32 numbers in base64: `weights` by rows, shape
    (len(service_ids), dimension); `offsets`, shape (len(service_ids),).
    """

    service_ids: tuple[str, ...]
    weights: str
    offsets: str
