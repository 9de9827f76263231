"""What was learned of which messages are like a rule's examples."""

from guide.model.value import Value


class Linear(Value):
    """A score per rule: `weights` times a message's features (`guide.rules.features`), plus
    `offsets`.

    Both hold little-endian float32 numbers in base64: `weights` by rows, shape (rules, features);
    `offsets`, shape (rules,).
    """

    weights: str = ""
    offsets: str = ""


class Likeness(Value):
    """What is known of one family of rules.

    `family` tells whether a message is like any of the rules, as log-odds of each against none;
    `rule` tells the rules apart, given that it is like one.
    """

    rule_ids: tuple[str, ...] = ()
    family: Linear = Linear()
    rule: Linear = Linear()


class Likenesses(Value):
    """One for each family of rules, named as in the rulebook; empty where it has no examples."""

    crisis: Likeness = Likeness()
    decisions: Likeness = Likeness()
    scope: Likeness = Likeness()
