"""Both engines give the same rows, compared whole, for everything that stages ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from archive_making import rows
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.archive.chunks import by_key, by_size, opened
from tawatur.archive.engine import Engine
from tawatur.archive.neighbours import neighbours
from tawatur.archive.tables import Row

TABLE = {"name": "string", "n": "bigint", "half": "double", "bytes_": "binary", "yes": "boolean"}


def made(row: Row) -> Iterator[Row]:
    n = row[0]
    if n % 3:  # some rows give nothing, some several
        for i in range(n % 4):
            yield f"سطر {'😀' * i}{n}", None if i == 1 else n, n / 2, bytes([n, 0, i]), bool(i)


def folded(group: Iterator[Row]) -> Iterator[Row]:
    found = list(group)
    yield found[0][0], len(found), 0.5, b"|".join(str(r[1]).encode() for r in found), True


@pytest.fixture
def table(engine: Engine, tmp_path: Path) -> str:
    values = ", ".join(f"({i})" for i in range(60))
    query = f"SELECT CAST(n AS bigint) AS n FROM (VALUES {values}) AS v(n)"
    engine.map_rows(query, made, TABLE, tmp_path / "made")
    engine.see("made", tmp_path / "made")
    return "made"


def test_rows_that_python_makes_of_rows(engine: Engine, table: str, tmp_path: Path) -> None:
    expected = [dict(zip(TABLE, row, strict=True)) for n in range(60) for row in made((n,))]
    assert rows(tmp_path / "made") == sorted((tuple(r[c] for c in sorted(TABLE)) for r in expected), key=repr)


def test_rows_that_python_makes_of_the_rows_of_a_key_in_order(engine: Engine, table: str, tmp_path: Path) -> None:
    query = f"SELECT CASE WHEN half > 10 THEN 'much' ELSE 'little' END AS size, name FROM {table}"
    engine.map_groups(query, ["name"], folded, TABLE, tmp_path / "groups")
    names: dict[str, list[str]] = {"much": [], "little": []}
    for n in range(60):
        for row in made((n,)):
            names["much" if row[2] > 10 else "little"].append(row[0])
    expected = {(k, len(v), "|".join(sorted(v))) for k, v in names.items()}
    found = rows(tmp_path / "groups")  # columns by name: bytes_, half, n, name, yes
    assert {(name, n, joined.decode()) for joined, _, n, name, _ in found} == expected


def test_all_rows_in_one_process(engine: Engine, table: str, tmp_path: Path) -> None:
    engine.map_all(f"SELECT name, n FROM {table} WHERE n IS NOT NULL", folded, TABLE, tmp_path / "all")
    ((_, _, n, _, _),) = rows(tmp_path / "all")
    assert n == sum(row[1] is not None for i in range(60) for row in made((i,)))


def test_letters_are_counted_as_python_counts_them(engine: Engine) -> None:
    text = "أ\u064eب😀جد"
    (found,) = engine.rows(f"SELECT substring('{text}', 3, 3), least('ي', '😀'), greatest('ي', 'a'), 'é' < 'z'")
    assert found == (text[2:5], min("ي", "😀"), max("ي", "a"), False)


def test_neighbours_are_all_before_while_few_and_then_the_nearest(engine: Engine, tmp_path: Path) -> None:
    values = ", ".join(f"('k{many}', {i}, 'r{i}')" for many in (1, 3, 9) for i in range(1, many + 1))
    engine.sql(f"SELECT k, CAST(p AS bigint) AS place, r FROM (VALUES {values}) AS v(k, p, r)", tmp_path / "places")
    engine.see("places", tmp_path / "places")
    met = engine.rows(neighbours("places", "k", ["r", "k"], all_of=4, nearest=2))
    assert all(x_key == y_key for _, x_key, _, y_key in met)
    before = {b: range(1, b) if b - 1 <= 4 else range(b - 2, b) for b in range(1, 10)}
    expected = [(f"r{a}", f"k{m}", f"r{b}", f"k{m}") for m in (1, 3, 9) for b in range(1, m + 1) for a in before[b]]
    assert sorted(met) == sorted(expected)


def test_a_table_without_rows_is_a_table(engine: Engine, tmp_path: Path) -> None:
    empty = "SELECT CAST(1 AS bigint) AS n, 'x' AS name WHERE 1 = 0"
    engine.sql(empty, tmp_path / "empty")
    engine.see("empty_table", tmp_path / "empty")
    engine.map_groups("SELECT name, n FROM empty_table", ["n"], folded, TABLE, tmp_path / "none")
    engine.see("none_table", tmp_path / "none")
    assert engine.rows("SELECT count(*), min(name) FROM none_table") == [(0, None)]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(st.sampled_from("abc"), max_size=9), max_size=9), st.integers(1, 200))
def test_workers_never_get_a_part_of_a_key(batches: list[list[str]], size: int) -> None:
    keys = sorted(k for batch in batches for k in batch)
    cut = [keys[sum(map(len, batches[:i])) : sum(map(len, batches[: i + 1]))] for i in range(len(batches))]
    found = [pa.RecordBatch.from_pydict({"k": b}, schema=pa.schema([("k", pa.string())])) for b in cut if b]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tawatur.archive.chunks.CHUNK", size)
        chunks = [[k for b in opened(s) for k in b.column(0).to_pylist()] for s in by_key(found)]
        pieces = [k for s in by_size(found) for b in opened(s) for k in b.column(0).to_pylist()]
    assert [k for chunk in chunks for k in chunk] == keys == pieces
    assert sum(len(set(chunk)) for chunk in chunks) == len(set(keys))
