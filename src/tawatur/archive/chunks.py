"""Rows handed to worker processes: so many bytes at a time, the rows of one key together where they belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

CHUNK = 2_000_000  # bytes a worker is given at a time


def by_size(found: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """Batches by their bytes, as Arrow streams."""
    chunk: list[pa.RecordBatch] = []
    size = 0
    for batch in found:
        chunk.append(batch)
        size += batch.nbytes
        if size >= CHUNK:
            yield _stream(chunk)
            chunk, size = [], 0
    if chunk:
        yield _stream(chunk)


def by_key(found: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """The same, cut only where the first column changes; the rows come sorted by it."""
    chunk: list[pa.RecordBatch] = []
    size = 0
    for batch in found:
        cut = _next_key(chunk[-1], batch) if size >= CHUNK else 0
        if size >= CHUNK and cut < batch.num_rows:
            yield _stream([*chunk, batch.slice(0, cut)])
            chunk, size = [], 0
        rest = batch if chunk else batch.slice(cut)
        chunk.append(rest)
        size += rest.nbytes
    if chunk:
        yield _stream(chunk)


def opened(stream: bytes) -> Iterator[pa.RecordBatch]:
    """The batches of an Arrow stream."""
    with pa.ipc.open_stream(stream) as reader:
        yield from reader


def _next_key(before: pa.RecordBatch, batch: pa.RecordBatch) -> int:
    """The first row of a batch that has another key than the last row before it."""
    key = before.column(0)[-1].as_py()
    keys = batch.column(0).to_pylist()
    return next((i for i, k in enumerate(keys) if k != key), len(keys))


def _stream(chunk: list[pa.RecordBatch]) -> bytes:
    """An Arrow stream: unlike a pickle, it has of a slice only what is in it."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, chunk[0].schema) as writer:
        for batch in chunk:
            writer.write_batch(batch)
    return bytes(sink.getvalue())
