"""A model small enough to make in a test: a table of label scores a piece, summed a word.

The ONNX file is written field by field (protocol buffers: a key, then a number or so many bytes), so that no test needs
the packages that make real ones.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import numpy as np

EVENTS = ["O", "meeting", "incident.attack"]
LABELS = ["O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
_INT64, _FLOAT = 7, 1


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def _field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return _number(number << 3) + _number(value)
    content = value.encode() if isinstance(value, str) else value
    return _number(number << 3 | 2) + _number(len(content)) + content


def _array(name: str, values: np.ndarray, kind: int) -> bytes:
    dims = b"".join(_field(1, n) for n in values.shape)
    return dims + _field(2, kind) + _field(8, name) + _field(9, values.tobytes())


def _value(name: str, kind: int, *dims: str | int) -> bytes:
    shape = b"".join(_field(1, _field(2, d) if isinstance(d, str) else _field(1, d)) for d in dims)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))


def _node(op: str, inputs: list[str], output: str) -> bytes:
    return b"".join(_field(1, i) for i in inputs) + _field(2, output) + _field(4, op)


def onnx(table: np.ndarray, events: np.ndarray) -> bytes:
    """A network that gives each word the sum of its pieces' rows of the first table, and a little of the mean over all;
    and the sum of its pieces' rows of the second."""
    nodes = (
        _node("Gather", ["table", "pieces"], "rows"),
        _node("ReduceMax", ["words"], "most"),
        _node("Add", ["most", "one"], "depth"),
        _node("OneHot", ["words", "depth", "off_on"], "shares"),
        _node("Transpose", ["shares"], "by_word"),
        _node("MatMul", ["by_word", "rows"], "sums"),
        _node("Slice", ["sums", "one", "minus_one", "zero"], "own"),
        _node("ReduceMean", ["rows", "zero"], "mean"),
        _node("Mul", ["mean", "tenth"], "little"),
        _node("Add", ["own", "little"], "emissions"),
        _node("Gather", ["events_table", "pieces"], "events_rows"),
        _node("MatMul", ["by_word", "events_rows"], "events_sums"),
        _node("Slice", ["events_sums", "one", "minus_one", "zero"], "events"),
    )
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "tiny")
    graph += _field(5, _array("table", table.astype(np.float32), _FLOAT))
    graph += _field(5, _array("events_table", events.astype(np.float32), _FLOAT))
    for name, values in (("zero", [0]), ("one", [1]), ("minus_one", [-1])):
        graph += _field(5, _array(name, np.array(values, np.int64), _INT64))
    for name, numbers in (("tenth", [0.1]), ("off_on", [0, 1])):
        graph += _field(5, _array(name, np.array(numbers, np.float32), _FLOAT))
    graph += _field(11, _value("pieces", _INT64, "P")) + _field(11, _value("words", _INT64, "P"))
    graph += _field(12, _value("emissions", _FLOAT, "W", table.shape[1]))
    graph += _field(12, _value("events", _FLOAT, "W", events.shape[1]))
    return _field(1, 8) + _field(8, _field(1, "") + _field(2, 18)) + _field(7, graph)


def write(folder: Path, longest: int = 24, chain: bool = True) -> Path:
    """A model's folder. Its pieces are the letters of some scripts, alone and at a word's start, two names
    and قمة, which tells a meeting."""
    rng = np.random.default_rng(7)
    letters = [chr(c) for c in (*range(0x621, 0x63B), *range(0x641, 0x64B), *range(97, 123), *range(48, 58))] + ["."]
    words = ["▁", "▁ناصر", "▁بوريطة", "بوريطة", "▁قمة"]
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *words, *letters, *(f"▁{c}" for c in letters)]
    scores = [0.0] * 4 + [-3.0, -5.0, -5.0, -5.5, -5.0] + [float(-6 - i / 9) for i in range(2 * len(letters))]
    table = rng.normal(size=(len(pieces), len(LABELS)))
    table[5, 1] = table[6, 2] = 9.0
    events = np.zeros((len(pieces), len(EVENTS)))
    events[:, 0], events[8] = 4.0, [0.0, 5.0, 1.0]
    labels = len(LABELS)
    vocabulary = {"pieces": pieces, "scores": scores, "characters": {"\ufefb": "لا", "\xa0": " "}}
    files = {
        "ner.onnx": onnx(table, events),
        "pieces.json.gz": gzip.compress(json.dumps(vocabulary).encode(), mtime=0),
    }
    meta = {
        "version": "tiny",
        "labels": LABELS,
        "events": EVENTS,
        "longest": {"pieces": longest, "words": longest},
        "dropped": "[\u064b-\u0652]",
        "joined": [["لل", "ال"], ["و", ""], ["ل", ""]],
        "step": rng.normal(size=(labels, labels)).tolist() if chain else [[0.0] * labels] * labels,
        "first": rng.normal(size=labels).tolist() if chain else [0.0] * labels,
        "last": rng.normal(size=labels).tolist() if chain else [0.0] * labels,
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "ner.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder
