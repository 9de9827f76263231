"""Write ONNX files: the few protobuf messages of a graph of named operations and weights.

Field numbers are those of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
Written here because the onnx package would be needed for nothing else.
"""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

GRAPH_FILE = "model.onnx"
WEIGHTS_FILE = "weights.data"
IR_VERSION = 8
OPSETS = {"": 17, "com.microsoft": 1}
ELEMENT_TYPES = {"float32": 1, "uint8": 2, "int32": 6, "int64": 7}
# Pages of memory: the runtime then maps large weights instead of copying them.
ALIGNMENT = 4096

Field = tuple[int, int | float | str | bytes]


class GraphWriter:
    """Collects operations, in order, and writes large weights to `WEIGHTS_FILE`."""

    def __init__(self, weights: BinaryIO) -> None:
        self._file = weights
        self._nodes: list[Field] = []
        self._weights: list[Field] = []
        self._inputs: list[Field] = []

    def take(self, name: str, kind: str, shape: Sequence[str | int]) -> str:
        """Declares an input and returns its name."""
        self._inputs.append((11, _declared(name, kind, shape)))
        return name

    def weight(self, name: str, values: NDArray[Any]) -> str:
        """Adds a weight and returns its name.

        Raises:
            OSError: it cannot be written.
        """
        dims = [(1, size) for size in values.shape]
        kind = (2, ELEMENT_TYPES[values.dtype.name])
        data = np.ascontiguousarray(values).tobytes()
        stored = [(9, data)] if len(data) < ALIGNMENT else self._outside(data)
        self._weights.append((5, _message(*dims, kind, (8, name), *stored)))
        return name

    def _outside(self, data: bytes) -> list[Field]:
        self._file.write(b"\0" * (-self._file.tell() % ALIGNMENT))
        place = {"location": WEIGHTS_FILE, "offset": self._file.tell(), "length": len(data)}
        self._file.write(data)
        entries = [(13, _message((1, key), (2, str(value)))) for key, value in place.items()]
        return [*entries, (14, 1)]

    def add(self, operation: str, inputs: Sequence[str], domain: str = "", **options: Any) -> str:
        """Adds an operation with one output and returns the output's name; "" is no input."""
        return self.add_split(operation, inputs, 1, domain, **options)[0]

    def add_split(
        self,
        operation: str,
        inputs: Sequence[str],
        outputs: int,
        domain: str = "",
        **options: Any,
    ) -> list[str]:
        """Adds an operation with several outputs and returns their names."""
        name = f"{operation}_{len(self._nodes)}"
        names = [f"{name}_{number}" for number in range(outputs)]
        fields: list[Field] = [(1, given) for given in inputs]
        fields += [(2, made) for made in names]
        fields += [(3, name), (4, operation)]
        fields += [(5, _option(key, value)) for key, value in options.items()]
        self._nodes.append((1, _message(*fields, (7, domain))))
        return names

    def write(self, path: Path, output: str, shape: Sequence[str | int]) -> None:
        """Writes the graph, whose one output is float32.

        Raises:
            OSError: it cannot be written.
        """
        declared = (12, _declared(output, "float32", shape))
        graph = _message(*self._nodes, (2, "encoder"), *self._weights, *self._inputs, declared)
        opsets = [(8, _message((1, domain), (2, version))) for domain, version in OPSETS.items()]
        path.write_bytes(_message((1, IR_VERSION), (7, graph), *opsets))


def _declared(name: str, kind: str, shape: Sequence[str | int]) -> bytes:
    sizes = [(1, _message((1 if isinstance(size, int) else 2, size))) for size in shape]
    tensor = _message((1, ELEMENT_TYPES[kind]), (2, _message(*sizes)))
    return _message((1, name), (2, _message((1, tensor))))


def _option(name: str, value: float | int) -> bytes:
    field, kind = (2, 1) if isinstance(value, float) else (3, 2)
    return _message((1, name), (field, value), (20, kind))


def _message(*fields: Field) -> bytes:
    return b"".join(_field(number, value) for number, value in fields)


def _field(number: int, value: float | str | bytes) -> bytes:
    if isinstance(value, float):
        return _varint(number << 3 | 5) + struct.pack("<f", value)
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _varint(number: int) -> bytes:
    rest = number & (1 << 64) - 1
    made = bytearray()
    while rest > 127:
        made.append(rest & 127 | 128)
        rest >>= 7
    made.append(rest)
    return bytes(made)
