"""Tune the default model's copy that reads for the rules, with every example that teaches them."""

import random
from collections.abc import Iterator

import numpy as np

from guide.adapters.default_model import prepare_default_model
from guide.adapters.encoder_tuning import EncoderTuning, Labelled
from guide.adapters.tuned_weights import TunedWeights
from guide.model.knowledge import Content
from guide.model.terms import Language
from guide.rules.counterparts import counterpart
from guide.settings import Settings
from guide.wiring import READ_AS
from ingest.example_vectors import Progress
from ingest.misspelt import misspelt
from ingest.rule_examples import FAMILIES, asked, lessons

SEED = 11
"""Of the training that ships."""
MISSPELT = 0.4
"""Share of the rules' examples that are read once more with slips of typing."""
FAVOUR = {"crisis": 1.5, "decisions": 2.0, "scope": 2.0}
"""How many texts of none of a family's rules one of them counts for: what is missed costs more."""


def tuned(
    content: Content, settings: Settings, progress: Progress, seed: int = SEED
) -> TunedWeights:
    """What tuning changes of the default model. Takes some twenty-five minutes on two cores.

    Raises:
        ModelPreparationError: the default model could not be made.
    """
    model = prepare_default_model(settings.model_dir)
    favour = np.array([FAVOUR[family] for family in FAMILIES], np.float32)
    tuning = EncoderTuning(model, READ_AS, FAMILIES, favour, seed)
    return tuning.tune([*labelled(content), *slips(content, seed)], progress)


def labelled(content: Content) -> Iterator[Labelled]:
    """Every text that teaches a rule, and every one that people write to entries, with a label for
    each family: whether it is an example of one of its rules, or None where the family does not
    learn from it."""
    kinds = {text: name for name, given in content.rule_examples.items() for text in given.all()}
    labels: dict[str, dict[str, float]] = {}
    for family in FAMILIES:
        for text, rule_id in (*lessons(content, family), *asked(content, family)):
            labels.setdefault(text, {}).setdefault(family, float(rule_id is not None))
    turned = _counterparts(content)
    for text, known in labels.items():
        values = tuple(known.get(family) for family in FAMILIES)
        yield Labelled(text, values, kinds.get(text))
        if text in turned and turned[text] not in labels:
            yield Labelled(turned[text], values, kinds.get(text))


def slips(content: Content, seed: int) -> Iterator[Labelled]:
    """Some of the rules' examples, as they may come from a phone in a hurry."""
    chance = random.Random(seed)
    for one in labelled(content):
        if one.kind is not None and chance.random() < MISSPELT:
            yield one._replace(text=misspelt(one.text, chance))


def _counterparts(content: Content) -> dict[str, str]:
    """Every second example of a rule whose persons can change places, with its counterpart."""
    found: dict[str, str] = {}
    for examples in content.rule_examples.values():
        for language in Language:
            told = ((text, counterpart(text, language)) for text in examples.of(language))
            found |= dict([(text, other) for text, other in told if other is not None][::2])
    return found
