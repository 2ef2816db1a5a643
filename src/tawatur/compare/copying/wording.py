"""The words of many reports, worked out in several processes and sent between them as a list of words and numbers."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from sys import intern

from tawatur.compare.copying.workers import processes, spread
from tawatur.compare.fingerprints import Words, day_number, words_of
from tawatur.record.types import Reading

_CHUNK = 250  # reports that a process looks at before it sends them
_SMALL = 1000  # reports for which no processes are made


@dataclass(slots=True)
class _Sent:
    """The words of some reports: every key once, and for each report the numbers of its keys, then all else."""

    keys: list[str]
    reports: list[tuple[array[int], array[int], array[int], bytearray, array[int], array[int]]]


def all_words(readings: Mapping[str, Reading], workers: int = 1) -> dict[str, Words]:
    """The words of each report, by its name; `workers`: processes (0: one a core), which change nothing of the result.

    TawaturError: a process was ended from outside.
    """
    names = list(readings)
    if processes(workers) < 2 or len(names) < _SMALL:
        return {name: words_of(readings[name]) for name in names}
    chunks = [names[i : i + _CHUNK] for i in range(0, len(names), _CHUNK)]
    received = spread(lambda some: _sent([readings[name] for name in some]), chunks, workers)
    found = chain.from_iterable(
        _received(sent, [readings[name] for name in some]) for sent, some in zip(received, chunks, strict=True)
    )
    return dict(zip(names, found, strict=True))


def _sent(readings: Sequence[Reading]) -> _Sent:
    numbers: dict[str, int] = {}
    reports = []
    for words in map(words_of, readings):
        keys = array("i", [numbers.setdefault(key, len(numbers)) for key in words.keys])
        reports.append((words.starts, words.ends, keys, words.names, words.sentences, words.rows))
    return _Sent(list(numbers), reports)


def _received(sent: _Sent, readings: Sequence[Reading]) -> list[Words]:
    keys = list(map(intern, sent.keys))
    return [
        Words(
            reading.report.text,
            starts,
            ends,
            list(map(keys.__getitem__, own)),
            names,
            sentences,
            rows,
            day_number(reading),
        )
        for reading, (starts, ends, own, names, sentences, rows) in zip(readings, sent.reports, strict=True)
    ]
