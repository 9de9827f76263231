"""Tuning teaches an encoder to tell what it is given labels for."""

import random
from pathlib import Path

import numpy as np
import pytest

from guide.adapters.encoder_tuning import EncoderTuning, Labelled
from guide.adapters.onnx_embedder import OnnxEmbedder
from guide.adapters.onnx_export import prepare_export
from guide.adapters.tuned_weights import TunedWeights

PROMPT = "query: "
SIDES = {1.0: ["rädd", "hotar", "slår"], 0.0: ["hyra", "blankett", "skola"]}
BESIDE = ["jag", "han", "igår", "hemma", "och", "min", "nu"]


def message(label: float, chance: random.Random, kinds: bool) -> Labelled:
    """Everyday words and two that tell the label; the second label is never known. With `kinds` its
    kind is the word that tells."""
    words = [*chance.choices(BESIDE, k=3), *chance.choices(SIDES[label], k=2)]
    chance.shuffle(words)
    kind = next(word for word in words if word in SIDES[label]) if kinds else None
    return Labelled(" ".join(words), (label, None), kind)


@pytest.mark.parametrize("kinds", [True, False])
def test_a_tuned_encoder_tells_the_labels_that_it_was_given(
    kinds: bool, tiny_model: Path, tmp_path: Path
) -> None:
    chance = random.Random(3)
    given = [message(float(number % 2), chance, kinds) for number in range(3000)]
    heard: list[tuple[int, int]] = []
    favour = np.ones(2, np.float32)
    tuning = EncoderTuning(tiny_model, PROMPT, ("danger", "other"), favour)
    tuned = tuning.tune(given, lambda done, all_: heard.append((done, all_)))
    path = tmp_path / "rules.npz"
    tuned.write(path)
    reader = OnnxEmbedder(prepare_export(tiny_model, tmp_path, tuning=path), PROMPT, PROMPT)
    unseen = [message(float(number % 2), chance, kinds) for number in range(100)]
    head = TunedWeights.read(path).heads()["danger"]
    scores = reader.embed_passages([one.text for one in unseen]) @ head[:-1] + head[-1]
    right = np.mean((scores > 0) == [one.labels[0] == 1.0 for one in unseen])
    assert right > 0.9
    assert heard[-1][0] == heard[-1][1]
