"""The chain graph laid out: who says it first stands first, edges go forward, and no box touches another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.tell.graph import Edge, Graph, Node, of_reports
from tawatur.tell.pictures.folding import MOST, Box, Folded, folded
from tawatur.tell.pictures.layout import Layout, apart, layout
from tawatur.tell.pictures.ranking import backward, ordered, ranks
from tawatur.tell.view import View

Make = Callable[[str], View]


def graph_of(edges: list[tuple[str, str]], shares: dict[tuple[str, str], float] | None = None) -> Folded:
    names = list(dict.fromkeys(n for edge in edges for n in edge))
    drawn = [Edge(a, b, "copied" if (a, b) in (shares or {}) else "said", (shares or {}).get((a, b))) for a, b in edges]
    return Folded([Box(n, "outlet", n) for n in names], drawn)


def rank_of(made: Layout) -> dict[str, int]:
    return {b.box.id: b.rank for b in made.boxes}


def test_who_says_it_stands_before_who_has_it() -> None:
    found = graph_of([("ministry", "agency"), ("agency", "paper"), ("ministry", "paper")])
    assert rank_of(layout(found, rtl=False)) == {"ministry": 0, "agency": 1, "paper": 2}


@pytest.mark.parametrize(("rtl", "sign"), [(False, 1), (True, -1)])
def test_the_picture_runs_in_the_reading_direction(rtl: bool, sign: int) -> None:
    made = layout(graph_of([("ministry", "paper")]), rtl)
    x = {b.box.id: b.x for b in made.boxes}
    assert (x["paper"] - x["ministry"]) * sign > 0


def test_of_two_that_copy_each_other_the_larger_share_goes_forward() -> None:
    shares = {("a", "b"): 0.2, ("b", "a"): 0.8}
    made = layout(graph_of(list(shares), shares), rtl=False)
    assert {(e.edge.source, e.edge.target): e.turned for e in made.edges} == {("a", "b"): True, ("b", "a"): False}
    assert rank_of(made) == {"b": 0, "a": 1}


def test_a_share_is_written_where_the_edge_ends() -> None:
    shares = {("a", "b"): 0.5}
    made = layout(graph_of(list(shares), shares), rtl=False)
    (edge,), b = made.edges, next(p for p in made.boxes if p.box.id == "b")
    assert b.x - 46 < edge.label_x < b.x
    assert b.y < edge.label_y < b.y + b.height


def test_few_edges_cross() -> None:
    columns = [["a", "b"], ["c", "d"]]
    assert ordered(columns, [("a", "d"), ("b", "c")])[1] in (["d", "c"], ["c", "d"])
    first, second = ordered(columns, [("a", "d"), ("b", "c")])
    assert (first.index("a") < first.index("b")) == (second.index("d") < second.index("c"))


def test_an_outlet_with_one_report_is_one_box_and_a_chain_leads_to_it(make_view: Make) -> None:
    view = make_view("en")
    found = folded(view, of_reports(view, ["a", "b"]))
    assert [(b.kind, b.name, b.note, b.reports) for b in found.boxes if b.kind == "outlet"] == [
        ("outlet", "outlet-a.example", "[1] 20 April", ["a"]),
        ("outlet", "outlet not named", "[2] 11 May", ["b"]),
    ]
    assert [(e.kind, e.share) for e in found.edges if e.kind == "copied"] == [("copied", 0.26)]


def test_a_large_graph_is_grouped_by_outlet_and_says_what_is_left_out(make_view: Make) -> None:
    view = make_view("ar")
    view.number |= {f"r{i}": i for i in range(100)}
    view.heads |= {f"r{i}": view.heads["a"] for i in range(100)}
    nodes, edges = [], []
    for i in range(100):
        speaker, outlet = Node(f"speaker:{i}", "speaker", f"{i}"), Node(f"outlet:{i % 9}", "outlet", f"صحيفة {i % 9}")
        report = Node(f"report:r{i}", "report", f"r{i}")
        nodes += [speaker, outlet, report]
        edges += [Edge(speaker.id, outlet.id, "said"), Edge(outlet.id, report.id, "printed")]
    nodes = list({n.id: n for n in nodes}.values())
    found = folded(view, Graph(nodes, edges))
    assert len(found.boxes) == MOST
    assert found.left_out == 100 + 9 - MOST
    outlets = [b for b in found.boxes if b.kind == "outlet"]
    assert sum(len(b.reports) for b in outlets) == 100
    assert layout(found, rtl=True).left_out == found.left_out


ends = st.integers(0, 14).map(lambda n: f"n{n}")
pairs = st.lists(st.tuples(ends, ends).filter(lambda p: p[0] != p[1]), unique=True, max_size=40)


@given(pairs)
def test_turned_edges_leave_no_circle_and_ranks_go_up(edges: list[tuple[str, str]]) -> None:
    nodes = list(dict.fromkeys(n for e in edges for n in e))
    turned = backward(nodes, edges)
    forward = [(b, a) if (a, b) in turned else (a, b) for a, b in edges]
    rank = ranks(nodes, forward, nodes[::2])
    assert set(rank) == set(nodes)
    assert all(rank[a] < rank[b] for a, b in forward)
    assert all(r >= 0 for r in rank.values())


@settings(deadline=None, max_examples=60)
@given(pairs, st.booleans(), st.data())
def test_any_graph_is_laid_out(edges: list[tuple[str, str]], rtl: bool, data: st.DataObject) -> None:
    shares = {e: 0.3 for e in edges if data.draw(st.booleans())}
    made = layout(graph_of(edges, shares), rtl)
    assert len(made.boxes) == len({n for e in edges for n in e})
    assert len(made.edges) == len(edges)
    for i, a in enumerate(made.boxes):
        assert -0.01 <= a.y <= made.height - a.height + 0.01
        assert -0.01 <= a.x <= made.width - a.width + 0.01
        for b in made.boxes[:i]:
            assert a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
    x = {b.box.id: -b.x if rtl else b.x for b in made.boxes}
    assert all((x[e.edge.source] < x[e.edge.target]) != e.turned for e in made.edges)


@settings(deadline=None, max_examples=60)
@given(pairs)
def test_shares_are_never_written_over_each_other(edges: list[tuple[str, str]]) -> None:
    made = layout(graph_of(edges, dict.fromkeys(edges, 0.4)), rtl=False)
    spots = sorted((e.label_x, e.label_y) for e in made.edges)
    for a, b in pairwise(spots):
        assert a[0] != b[0] or b[1] - a[1] >= 14.9


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 50)), max_size=12))
def test_things_are_as_near_as_can_be_to_where_they_should_be(wished: list[tuple[float, float]]) -> None:
    middles = apart([w for w, _ in wished], [s for _, s in wished], 5)
    for i in range(1, len(middles)):
        gap = middles[i] - middles[i - 1]
        assert gap >= (wished[i][1] + wished[i - 1][1]) / 2 + 5 - 0.001
    assert sum(middles) == pytest.approx(sum(w for w, _ in wished), abs=0.01)
