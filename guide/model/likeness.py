"""What was learned of which messages are like a rule's examples."""

from guide.model.linear import Linear
from guide.model.value import Value


class Likeness(Value):
    """What is known of one family of rules.

    `family` is one score, the log-odds that a message is like any of the rules; `wording` is
    another, of its words alone; `rule` has a score for each of `rule_ids`, which tells them apart,
    given that it is like one. The first and the last are of vectors; `wording` has a column for
    each of `guide.rules.wording`, or is empty where words do not count.
    """

    rule_ids: tuple[str, ...] = ()
    family: Linear = Linear()
    wording: Linear = Linear()
    rule: Linear = Linear()


class Likenesses(Value):
    """One for each family of rules, named as in the rulebook; empty where it has no examples.

    `encoder` names what the examples were read with: only its vectors can be compared. `tuned`
    says that each family's score is one that the encoder was tuned with.
    """

    encoder: str = ""
    tuned: bool = False
    crisis: Likeness = Likeness()
    decisions: Likeness = Likeness()
    scope: Likeness = Likeness()
