"""What every report brings to the search for copies: its words, its prints, and what it says of where it comes from."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.copying.habits import matter
from tawatur.compare.copying.provenance import Provenance, provenance
from tawatur.compare.copying.twins import twin_key
from tawatur.compare.fingerprints import Words, prints, words_of
from tawatur.compare.publishers import publisher_of
from tawatur.record.codec.reading import load_reading
from tawatur.record.types import Reading
from tawatur.store.values import signed

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ARRAYS = {"starts": "i", "ends": "i", "sentences": "i", "rows_": "Q"}
WORDS = {"text": "string", "keys_": "string", "names": "binary", "day": "bigint", **dict.fromkeys(_ARRAYS, "binary")}
PROVENANCE = {
    "earliest": "bigint",
    "latest": "bigint",
    "outlet": "string",
    "publisher": "string",
    "agencies": "string",
    "borrowed": "boolean",
    "size": "bigint",
}
_REPORTS = {
    "report": "string",
    "moment": "bigint",
    "twin": "string",
    "house": "string",
    "matter": "string",
    **PROVENANCE,
    **WORDS,
}
PRINTS = {"mark": "bigint", "report": "string", "moment": "bigint"}
_SEPARATOR = "\x1f"  # of keys: a number may have a space in it


def read_words(stages: Stages) -> None:
    """The tables `reports` (every report with its words and its provenance; `house` is its publisher, `matter` what
    its title says) and `twins` (each report with the first of those that have the same words, its place among them)."""
    query = (
        "SELECT n.report, r.moment, r.text, r.reading "
        "FROM readings r JOIN named n ON n.part = r.part AND n.number = r.number"
    )
    stages.map_rows("reports", query, _report, _REPORTS)
    place = "CAST(row_number() OVER (PARTITION BY twin ORDER BY moment, report) AS bigint) AS place"
    ranked = f"SELECT report, twin, {place} FROM reports"
    first = "SELECT twin, report FROM ranked WHERE place = 1"
    stages.sql(
        "twins",
        f"WITH ranked AS ({ranked}) SELECT r.report, f.report AS standing, r.place "
        f"FROM ranked r JOIN ({first}) f ON f.twin = r.twin",
    )


def _report(row: Row) -> Iterator[Row]:
    report, moment, text, reading = row
    found = load_reading(json.loads(reading), text)
    words = words_of(found)
    house = publisher_of(found.report.outlet) or ""
    about = json.dumps(sorted(matter(found)), ensure_ascii=False)
    yield (report, moment, twin_key(words).hex(), house, about, *_told(report, found), *packed(words))


def _told(report: str, reading: Reading) -> Row:
    of = provenance(report, reading)
    earliest, latest = (None if t is None else (t - EPOCH) // _MICROSECOND for t in (of.earliest, of.latest))
    agencies = json.dumps(of.agencies, ensure_ascii=False)
    return earliest, latest, of.outlet, of.publisher, agencies, of.borrowed, of.size


def provenance_in(report: str, row: Sequence[Any]) -> Provenance:
    """The provenance of a report from values of PROVENANCE."""
    earliest, latest, outlet, publisher, agencies, borrowed, size = row
    first, last = (None if t is None else EPOCH + t * _MICROSECOND for t in (earliest, latest))
    return Provenance(report, first, last, outlet, publisher, tuple(json.loads(agencies)), borrowed, size)


def prints_of(row: Row) -> Iterator[Row]:
    """The fingerprints of a report, as PRINTS has them, from its name, its moment and its words."""
    report, moment, *words = row
    return ((signed(mark), report, moment) for mark in prints(unpacked(words)))


def packed(words: Words) -> Row:
    """The words of a report as values of WORDS."""
    arrays = (words.starts, words.ends, words.sentences, words.rows)
    return (words.text, _SEPARATOR.join(words.keys), bytes(words.names), words.day, *(n.tobytes() for n in arrays))


def unpacked(row: Sequence[Any]) -> Words:
    """The words of a report from values of WORDS."""
    text, keys, names, day, *arrays = row
    starts, ends, sentences, rows = (_array(kind, n) for kind, n in zip(_ARRAYS.values(), arrays, strict=True))
    return Words(text, starts, ends, keys.split(_SEPARATOR) if keys else [], bytearray(names), sentences, rows, day)


def _array(kind: str, packed: bytes) -> array[int]:
    found: array[int] = array(kind)
    found.frombytes(packed)
    return found
