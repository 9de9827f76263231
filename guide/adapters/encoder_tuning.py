"""Tune the last layers of an encoder so that its vectors tell messages apart by a few yes-or-no
labels. Done seldom, by whoever changes many examples; what it changes ships as a file.

The first layers stay as they are, so their outputs are computed once. Above them everything is
trained, with a linear score for each label over the unit vector, by binary cross-entropy with
smoothed labels, AdamW (Loshchilov and Hutter 2019), and a rate that rises and then falls. Beside
the labels it learns to tell many kinds of text apart, a second task that is then forgotten: what
tells kinds apart helps to tell the labels (Caruana 1997). What is kept is the mean of the weights
over the second half of the steps (Izmailov et al. 2018), which blunts the chance of where training
stops.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from guide.adapters.tuned_weights import TunedWeights, head_name
from guide.ports import Vectors

if TYPE_CHECKING:
    from torch import Tensor

LAST = 6
"""How many layers are trained, of the default model's twelve."""
EPOCHS = 3
RATE = 1.5e-4
HEAD_RATE = 1e-3
BATCH = 32
SCALE = 8.0
"""Unit vectors are multiplied by this before they are scored."""
SMOOTH = 0.02
MOST_TOKENS = 160
RISING = 50
"""Steps until the full rate."""
OF_KIND = 0.3
"""What telling the kind apart counts for, beside the labels."""
_UNKNOWN = -100
Progress = Callable[[int, int], None]


class Labelled(NamedTuple):
    """A text and, for each label, 1.0, 0.0, or None where nothing is known; its kind, of many, or
    None."""

    text: str
    labels: tuple[float | None, ...]
    kind: str | None = None


class EncoderTuning:
    """One run over one model folder; the same `seed` gives the same run on the same machine.

    `favour` counts a text that has the label that many times as much as one that has not.
    """

    def __init__(
        self, model: Path, prompt: str, names: Sequence[str], favour: Vectors, seed: int = 0
    ) -> None:
        import torch
        from transformers import AutoModel, AutoTokenizer

        torch.manual_seed(seed)
        self._torch: Any = torch
        self._random = np.random.default_rng(seed)
        self._tokenizer: Any = AutoTokenizer.from_pretrained(str(model), local_files_only=True)
        self._encoder: Any = AutoModel.from_pretrained(str(model), local_files_only=True).eval()
        self._before = {n: p.detach().clone() for n, p in self._encoder.named_parameters()}
        self._layers = self._encoder.encoder.layer[-LAST:]
        self._head = torch.nn.Linear(self._encoder.config.hidden_size, len(names))
        self._favour = torch.tensor(favour)
        self._prompt = prompt
        self._names = names

    def tune(self, given: Sequence[Labelled], progress: Progress) -> TunedWeights:
        """What changed, and a score for each label. `progress` hears of texts read, of all."""
        lower = self._lowers([one.text for one in given])
        labels = np.array([[np.nan if v is None else v for v in one.labels] for one in given])
        target = self._torch.tensor(labels, dtype=self._torch.float32)
        kinds = self._kinds(given)
        batches = [batch for _ in range(EPOCHS) for batch in self._round(lower)]
        self._train(batches, lower, target, kinds, progress)
        return TunedWeights(dict(self._changes()) | dict(self._scores()))

    def _round(self, lower: Sequence[Tensor]) -> Iterator[list[int]]:
        """Batches of texts of like length, in any order."""
        places = self._random.permutation(len(lower))
        batches = []
        for part in _parts(places.tolist(), BATCH * 16):
            batches += _parts(sorted(part, key=lambda place: len(lower[place])), BATCH)
        for number in self._random.permutation(len(batches)):
            yield batches[number]

    def _train(
        self,
        batches: Sequence[list[int]],
        lower: Sequence[Tensor],
        target: Tensor,
        kinds: Tensor,
        progress: Progress,
    ) -> None:
        torch = self._torch
        trained = list(self._layers.parameters())
        heads = [*self._head.parameters(), *self._kind_head.parameters()]
        groups = [{"params": trained, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        pace = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1, (step + 1) / RISING) * max(0.2, 1 - step / len(batches))
        )
        whole = torch.nn.ModuleList([self._layers, self._head])
        mean = torch.optim.swa_utils.AveragedModel(whole)
        self._layers.train()
        for number, batch in enumerate(batches, 1):
            vectors = self._vectors([lower[place] for place in batch]) * SCALE
            loss = self._loss(vectors, target[batch]) + self._kind_loss(vectors, kinds[batch])
            optimizer.zero_grad()
            self._torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            pace.step()
            if 2 * number > len(batches):
                mean.update_parameters(whole)
            progress(number * BATCH, len(batches) * BATCH)
        whole.load_state_dict(mean.module.state_dict())

    def _loss(self, vectors: Tensor, target: Tensor) -> Tensor:
        known = ~target.isnan()
        wanted = target.nan_to_num() * (1 - 2 * SMOOTH) + SMOOTH
        losses = self._torch.nn.functional.binary_cross_entropy_with_logits(
            self._head(vectors), wanted, pos_weight=self._favour, reduction="none"
        )
        found: Tensor = (losses * known).sum(1).mean()
        return found

    def _kinds(self, given: Sequence[Labelled]) -> Tensor:
        """The number of each text's kind."""
        names = sorted({one.kind for one in given if one.kind is not None})
        self._kind_head = self._torch.nn.Linear(
            self._encoder.config.hidden_size, max(1, len(names))
        )
        number = {name: place for place, name in enumerate(names)}
        found: Tensor = self._torch.tensor(
            [_UNKNOWN if one.kind is None else number[one.kind] for one in given]
        )
        return found

    def _kind_loss(self, vectors: Tensor, kinds: Tensor) -> Tensor | float:
        if bool((kinds == _UNKNOWN).all()):
            return 0.0
        found: Tensor = self._torch.nn.functional.cross_entropy(
            self._kind_head(vectors), kinds, ignore_index=_UNKNOWN
        )
        return OF_KIND * found

    def _lowers(self, texts: Sequence[str]) -> list[Tensor]:
        """For each text what the layers that stay as they are make of it: (tokens, hidden)."""
        torch, layers = self._torch, self._encoder.encoder.layer[:-LAST]
        prompted = [self._prompt + unicodedata.normalize("NFKC", text) for text in texts]
        tokens = [
            torch.tensor(self._tokenizer(text, truncation=True, max_length=MOST_TOKENS).input_ids)
            for text in prompted
        ]
        made: list[Tensor] = list(tokens)
        in_order = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
        for batch in _parts(in_order, BATCH):
            ids, mask = self._padded([tokens[place] for place in batch])
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                found = self._through(layers, self._encoder.embeddings(ids), mask)
            for row, place in enumerate(batch):
                made[place] = found[row, : len(tokens[place])].to(torch.bfloat16).clone()
        return made

    def _vectors(self, lower: Sequence[Tensor]) -> Tensor:
        """Unit means over tokens; shape (texts, hidden)."""
        torch = self._torch
        given, mask = self._padded(lower)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = self._through(self._layers, given.float(), mask)
        weights = mask[..., None].float()
        means = (found.float() * weights).sum(1) / weights.sum(1)
        unit: Tensor = torch.nn.functional.normalize(means, dim=-1)
        return unit

    def _padded(self, rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
        torch = self._torch
        pad = self._tokenizer.pad_token_id if rows[0].dim() == 1 else 0
        filled: Tensor = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=pad)
        sizes = torch.tensor([len(row) for row in rows])
        return filled, torch.arange(filled.shape[1]) < sizes[:, None]

    def _through(self, layers: Any, vectors: Tensor, mask: Tensor) -> Tensor:
        unseen = (~mask)[:, None, None, :].float() * -1e9
        for layer in layers:
            found = layer(vectors, attention_mask=unseen)
            vectors = found[0] if isinstance(found, tuple) else found
        return vectors

    def _changes(self) -> Iterator[tuple[str, Vectors]]:
        for name, now in self._encoder.named_parameters():
            difference = (now.detach() - self._before[name]).numpy()
            if np.any(difference):
                yield name, difference

    def _scores(self) -> Iterator[tuple[str, Vectors]]:
        weights = self._head.weight.detach().numpy() * SCALE
        for name, row, offset in zip(self._names, weights, self._head.bias.tolist(), strict=True):
            yield head_name(name), np.append(row, np.float32(offset))


def _parts(places: list[int], size: int) -> list[list[int]]:
    return [places[start : start + size] for start in range(0, len(places), size)]
