"""Components by SQL, and of few edges in one process, are those that joining one by one gives; rounds of SQL are few
whatever the shape."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.archive.components import components
from tawatur.archive.duck import DuckEngine
from tawatur.archive.engine import Engine
from tawatur.archive.folder import Folder
from tawatur.archive.stages import Stages
from tawatur.compare.groups import Groups

Edges = list[tuple[int, int]]
NODE = st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(0, 9)


def found(engine: Engine, edges: Edges, made: list[str] | None = None, few: int = 0) -> list[tuple[int, int]]:
    with tempfile.TemporaryDirectory() as name, Folder(Path(name), {}) as folder:
        stages = Stages(folder, engine, lambda stage, _: made.append(stage) if made is not None else None)
        values = ", ".join(f"(CAST({a} AS bigint), CAST({b} AS bigint))" for a, b in edges)
        components(stages, "groups", f"SELECT * FROM (VALUES {values}) AS e(a, b)", few)
        return sorted(stages.rows("SELECT node, component FROM groups"))


def joined(edges: Edges) -> list[tuple[int, int]]:
    groups: Groups[int] = Groups(n for edge in edges for n in edge)
    for a, b in edges:
        groups.join(a, b)
    return sorted((n, groups.find(n)) for group in groups.all() for n in group)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(NODE, NODE), min_size=1, max_size=9))
def test_any_graph_of_numbers_of_64_bits(edges: Edges) -> None:
    with tempfile.TemporaryDirectory() as name:
        engine = DuckEngine(Path(name) / "temp", workers=1)
        assert found(engine, edges) == found(engine, edges, few=9) == joined(edges)
        engine.close()


def test_both_engines_find_the_same(engine: Engine) -> None:
    alone, star = [(-5, -5)], [(0, i) for i in range(1, 30)]
    chains = [(100 + i, 101 + i) for i in range(9)] + [(300 + i, 299 + i) for i in range(20)]
    edges = [*alone, *star, *chains, (3, 104)]
    assert found(engine, edges) == joined(edges)


def test_a_chain_of_a_thousand_takes_few_rounds(duck: DuckEngine) -> None:
    chain = [((i * 7919) % 1009, ((i + 1) * 7919) % 1009) for i in range(1000)]
    made: list[str] = []
    assert found(duck, chain, made) == joined(chain)
    assert sum("round" in stage for stage in made) < 20
