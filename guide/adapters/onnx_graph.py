"""An encoder's weights as a graph that onnxruntime runs.

Word vectors, most of a multilingual model, are kept as eight-bit numbers with a scale for each
32; everything else stays float32. The graph takes `input_ids`, `position_ids` (int64) and
`attention_mask` (int32), each (texts, tokens), and gives vectors (texts, tokens, hidden).
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guide.adapters.encoder_folder import BLOCK, WEIGHTS, Encoder, NotExportable
from guide.adapters.onnx_format import GRAPH_FILE, WEIGHTS_FILE, GraphWriter
from guide.adapters.tuned_weights import TunedWeights
from guide.ports import Vectors

ROWS_AT_ONCE = 16384
WORDS = "embeddings.word_embeddings.weight"
FUSED = "com.microsoft"
ZERO = 128
STEPS = 127
Tensors = Callable[[str], Vectors]


def write_graph(model: Path, encoder: Encoder, folder: Path, tuned: TunedWeights) -> None:
    """Writes graph and weights of the model folder, changed by tuning, into `folder`.

    Raises:
        NotExportable: a weight is missing or of another number type, or the tuning is another's.
        OSError: a file cannot be written.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with (
            safe_open(model / WEIGHTS, framework="numpy") as stored,
            (folder / WEIGHTS_FILE).open("wb") as file,
        ):
            prefix = _prefix(stored.keys())

            def tensors(name: str) -> Vectors:
                return tuned.changed(name, stored.get_tensor(prefix + name).astype(np.float32))

            writer = GraphWriter(file)
            output = _Layers(writer, encoder, tensors).write()
            writer.write(folder / GRAPH_FILE, output, ["texts", "tokens", encoder.hidden])
    except (SafetensorError, TypeError, ValueError, StopIteration) as error:
        raise NotExportable(f"{model / WEIGHTS} does not hold this encoder ({error})") from error


def in_eight_bits(table: Vectors) -> tuple[NDArray[np.uint8], Vectors]:
    """Rows as numbers from 1 to 255 around 128, and a scale for each 32 of a row's numbers."""
    rows, columns = table.shape
    numbers = np.empty((rows, columns), np.uint8)
    scales = np.empty((rows, columns // BLOCK), np.float32)
    for start in range(0, rows, ROWS_AT_ONCE):
        part = slice(start, start + ROWS_AT_ONCE)
        blocks = table[part].reshape(-1, columns // BLOCK, BLOCK)
        scale = np.maximum(np.abs(blocks).max(axis=2) / STEPS, np.finfo(np.float32).tiny)
        numbers[part] = (np.rint(blocks / scale[..., None]) + ZERO).reshape(-1, columns)
        scales[part] = scale
    return numbers, scales


def _prefix(names: Iterable[str]) -> str:
    """What precedes every name, as in `bert.embeddings.word_embeddings.weight`."""
    return next(name.removesuffix(WORDS) for name in names if name.endswith(WORDS))


class _Layers:
    def __init__(self, writer: GraphWriter, encoder: Encoder, tensors: Tensors) -> None:
        self._writer = writer
        self._encoder = encoder
        self._tensors = tensors

    def write(self) -> str:
        sizes = np.full(3, self._encoder.hidden, np.int64)
        self._writer.weight("three_parts", sizes)
        self._writer.take("attention_mask", "int32", ["texts", "tokens"])
        vectors = self._embedded()
        for number in range(self._encoder.layers):
            vectors = self._layer(vectors, f"encoder.layer.{number}")
        return vectors

    def _embedded(self) -> str:
        add, weight = self._writer.add, self._writer.weight
        ids = self._writer.take("input_ids", "int64", ["texts", "tokens"])
        places = self._writer.take("position_ids", "int64", ["texts", "tokens"])
        numbers, scales = in_eight_bits(self._tensors(WORDS))
        words = add(
            "GatherBlockQuantized",
            [weight("words", numbers), ids, weight("words.scales", scales)],
            FUSED,
            gather_axis=0,
            quantize_axis=1,
            block_size=BLOCK,
            bits=8,
        )
        # Every text is of the first type, whose vector can therefore be added beforehand.
        kind = self._tensors("embeddings.token_type_embeddings.weight")[0]
        table = self._tensors("embeddings.position_embeddings.weight") + kind
        places = add("Gather", [weight("positions", table), places])
        norm = self._norm("embeddings.LayerNorm")
        summed = add("Add", [words, places])
        return add("LayerNormalization", [summed, *norm], epsilon=self._encoder.epsilon)

    def _layer(self, vectors: str, name: str) -> str:
        add = self._writer.add
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        product = self._product(vectors, *parts)
        split = self._writer.add_split("Split", [product, "three_parts"], 3, axis=-1)
        seen = add(
            "MultiHeadAttention",
            [*split, self._bias(*parts), "attention_mask"],
            FUSED,
            num_heads=self._encoder.heads,
        )
        attended = self._joined(seen, vectors, f"{name}.attention.output")
        wide = self._product(attended, f"{name}.intermediate.dense")
        bent = add("BiasGelu", [wide, self._bias(f"{name}.intermediate.dense")], FUSED)
        return self._joined(bent, attended, f"{name}.output")

    def _joined(self, vectors: str, earlier: str, name: str) -> str:
        product, bias = self._product(vectors, f"{name}.dense"), self._bias(f"{name}.dense")
        return self._writer.add(
            "SkipLayerNormalization",
            [product, earlier, *self._norm(f"{name}.LayerNorm"), bias],
            FUSED,
            epsilon=self._encoder.epsilon,
        )

    def _product(self, vectors: str, *names: str) -> str:
        table = np.concatenate([self._tensors(f"{name}.weight") for name in names])
        return self._writer.add("MatMul", [vectors, self._writer.weight(names[0], table.T)])

    def _bias(self, *names: str) -> str:
        values = np.concatenate([self._tensors(f"{name}.bias") for name in names])
        return self._writer.weight(f"{names[0]}.bias", values)

    def _norm(self, name: str) -> list[str]:
        found = ((part, self._tensors(f"{name}.{part}")) for part in ("weight", "bias"))
        return [self._writer.weight(f"{name}.{part}", values) for part, values in found]
