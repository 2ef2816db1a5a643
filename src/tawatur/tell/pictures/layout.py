"""The chain graph laid out: columns in the reading direction, those who say it first, then who has it from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tawatur.tell.graph import Edge
from tawatur.tell.pictures.folding import QUOTED, Box, Folded
from tawatur.tell.pictures.ranking import Pair, backward, ordered, ranks
from tawatur.text.measure import widest, wrapped

SIZE, NOTE = 13.0, 11.5  # px, of a name and of the note under it
LINE = 18.0  # px
PAD = 10.0  # px, in a box
_ROOM = 150.0  # px, the widest name
_LEAST = 64.0  # px, the narrowest box
_APART = 14.0  # px, between two boxes of a column
_THREAD = 12.0  # px, that an edge takes where it passes a column
_PORT = 15.0  # px, between two edges at one box
_GAP = 48.0  # px, between columns
_SHARE = 46.0  # px more where shares are written
_ROUNDS = 6


@dataclass(slots=True)
class Placed:
    """A box from its upper left corner; the lines of its name stand in its middle, those of its note under them."""

    box: Box
    rank: int
    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    notes: list[str]


@dataclass(slots=True)
class Drawn:
    """An edge: `path` and `head` (its arrow) as SVG path data, drawn from the source; `label_x`, `label_y` the middle
    of where its share is written. `turned`: it runs against the reading direction, since it closes a circle."""

    edge: Edge
    path: str
    head: str
    label_x: float
    label_y: float
    turned: bool


@dataclass(slots=True)
class Layout:
    """The picture: its size, boxes and edges; `left_out` boxes had no room."""

    width: float
    height: float
    boxes: list[Placed]
    edges: list[Drawn]
    left_out: int = 0


@dataclass(slots=True)
class _Column:
    x: float = 0.0
    width: float = 0.0
    members: list[str] = field(default_factory=list)


def layout(graph: Folded, rtl: bool) -> Layout:
    """A graph laid out; `rtl`: the reading direction runs from right to left. All x are from the left edge."""
    strongest = sorted(graph.edges, key=lambda e: -(e.share or 1.0))
    ids = [b.id for b in graph.boxes]
    turned = backward(ids, [(e.source, e.target) for e in strongest])
    going: dict[Pair, Edge] = {}
    for edge in graph.edges:
        pair = (edge.source, edge.target)
        going[pair] = edge
    forward = list(dict.fromkeys((b, a) if (a, b) in turned else (a, b) for a, b in going))
    rank = ranks(ids, forward, {b.id for b in graph.boxes if b.kind in QUOTED})
    threads = {pair: _threads(pair, rank) for pair in forward}
    columns = _columns(ids, rank, threads)
    ways = {pair: [pair[0], *threads[pair], pair[1]] for pair in forward}
    steps = list(dict.fromkeys(step for way in ways.values() for step in pairwise(way)))
    for column, members in zip(columns, ordered([c.members for c in columns], steps), strict=True):
        column.members = members
    placed = {b.id: _placed(b, rank[b.id], forward, turned, going) for b in graph.boxes}
    width = _across(columns, placed, [e for e in graph.edges if e.share is not None], rank)
    middles = _down(columns, placed, steps)
    top = min((middles[n] - _height(placed, n) / 2 for n in middles), default=0.0)
    middles = {n: y - top for n, y in middles.items()}
    for ident, box in placed.items():
        box.y = middles[ident] - box.height / 2
    height = max((middles[n] + _height(placed, n) / 2 for n in middles), default=0.0)
    edges = _edges(graph.edges, turned, ways, rank, columns, placed, middles)
    made = Layout(width, height, list(placed.values()), [], graph.left_out)
    made.edges = [_drawn(e, points, e_turned, width if rtl else None) for e, points, e_turned in edges]
    if rtl:
        for box in made.boxes:
            box.x = width - box.x - box.width
    return made


def _threads(pair: Pair, rank: Mapping[str, int]) -> list[str]:
    """The places where an edge passes the columns between its ends."""
    return [f"{pair[0]}\n{pair[1]}\n{i}" for i in range(rank[pair[0]] + 1, rank[pair[1]])]


def _columns(ids: Sequence[str], rank: Mapping[str, int], threads: Mapping[Pair, list[str]]) -> list[_Column]:
    columns = [_Column() for _ in range(max(rank.values(), default=-1) + 1)]
    for ident in ids:
        columns[rank[ident]].members.append(ident)
    for (source, _), names in threads.items():
        for i, name in enumerate(names, rank[source] + 1):
            columns[i].members.append(name)
    return columns


def _placed(box: Box, rank: int, forward: Sequence[Pair], turned: set[Pair], going: Mapping[Pair, Edge]) -> Placed:
    """A box of the size of its words, high enough for the edges at either side."""
    lines = wrapped(box.name, SIZE, _ROOM, 2)
    notes = wrapped(box.note, NOTE, _ROOM, 2)
    width = max(_LEAST, widest(lines, SIZE) + 2 * PAD, widest(notes, NOTE) + 2 * PAD)
    ins = sum(_copies(pair, going) for pair in forward if pair[1] == box.id)
    outs = sum(_copies(pair, going) for pair in forward if pair[0] == box.id)
    height = max(LINE * (len(lines) + len(notes)) + PAD, _PORT * max(ins, outs))
    return Placed(box, rank, 0.0, 0.0, width, height, lines, notes)


def _copies(pair: Pair, going: Mapping[Pair, Edge]) -> int:
    """How many edges go a way: one, or one each way."""
    return (pair in going) + ((pair[1], pair[0]) in going)


def _across(
    columns: Sequence[_Column], placed: Mapping[str, Placed], shares: Sequence[Edge], rank: Mapping[str, int]
) -> float:
    """Give columns and their boxes their x; the width of all."""
    written = {max(rank[e.source], rank[e.target]) for e in shares}
    x = 0.0
    for i, column in enumerate(columns):
        x += (_GAP + (_SHARE if i in written else 0.0)) if i else 0.0
        column.x = x
        column.width = max((placed[n].width for n in column.members if n in placed), default=0.0)
        for name in column.members:
            if name in placed:
                placed[name].x, placed[name].width = x, column.width
        x += column.width
    return x


def _height(placed: Mapping[str, Placed], name: str) -> float:
    return placed[name].height if name in placed else _THREAD


def _down(columns: Sequence[_Column], placed: Mapping[str, Placed], steps: Sequence[Pair]) -> dict[str, float]:
    """The middles of boxes and threads: near the mean of their neighbours', in their order, never touching."""
    near: dict[str, list[str]] = {}
    for a, b in steps:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    middles: dict[str, float] = {}
    for column in columns:
        y = 0.0
        for name in column.members:
            middles[name] = y + _height(placed, name) / 2
            y += _height(placed, name) + _APART
    for turn in range(_ROUNDS):
        for column in columns if turn % 2 == 0 else reversed(columns):
            wished = []
            for name in column.members:
                others = [middles[n] for n in near.get(name, ())]
                wished.append(sum(others) / len(others) if others else middles[name])
            sizes = [_height(placed, name) for name in column.members]
            middles.update(zip(column.members, apart(wished, sizes, _APART), strict=True))
    return middles


def apart(wished: Sequence[float], sizes: Sequence[float], air: float) -> list[float]:
    """Middles in the order given, as near as can be to those wished (least squares), `air` between the things."""
    offsets = [0.0] * len(sizes)
    for i in range(1, len(sizes)):
        offsets[i] = offsets[i - 1] + (sizes[i - 1] + sizes[i]) / 2 + air
    blocks: list[tuple[float, int]] = []  # mean of wish less offset, how many
    for wish, offset in zip(wished, offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, many = blocks.pop()
            mean = (mean * count + other * many) / (count + many)
            count += many
        blocks.append((mean, count))
    bases = [mean for mean, count in blocks for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets, strict=True)]


Point = tuple[float, float]


def _edges(
    edges: Sequence[Edge],
    turned: set[Pair],
    ways: Mapping[Pair, list[str]],
    rank: Mapping[str, int],
    columns: Sequence[_Column],
    placed: Mapping[str, Placed],
    middles: Mapping[str, float],
) -> list[tuple[Edge, list[Point], bool]]:
    """The points every edge passes, from the earlier column to the later."""
    ends: dict[tuple[str, bool], list[tuple[float, int]]] = {}  # (box, after it): (towards what y, edge)
    routes = []
    for i, edge in enumerate(edges):
        back = (edge.source, edge.target) in turned
        way = ways[(edge.target, edge.source) if back else (edge.source, edge.target)]
        routes.append((edge, way, back))
        ends.setdefault((way[0], True), []).append((middles[way[1]], i))
        ends.setdefault((way[-1], False), []).append((middles[way[-2]], i))
    port: dict[tuple[str, bool, int], float] = {}
    for (name, after), found in ends.items():
        for at, (_, i) in enumerate(sorted(found)):
            port[name, after, i] = middles[name] + (at - (len(found) - 1) / 2) * _PORT
    out = []
    for i, (edge, way, back) in enumerate(routes):
        first, last = placed[way[0]], placed[way[-1]]
        points = [(first.x + first.width, port[way[0], True, i])]
        for at, name in enumerate(way[1:-1], first.rank + 1):
            points += [(columns[at].x, middles[name]), (columns[at].x + columns[at].width, middles[name])]
        y = port[way[-1], False, i]
        points += [(last.x - _SHARE, y)] if edge.share is not None else []
        out.append((edge, [*points, (last.x, y)], back))
    return out


def _drawn(edge: Edge, points: list[Point], turned: bool, mirror: float | None) -> Drawn:
    if mirror is not None:
        points = [(mirror - x, y) for x, y in points]
    label = (points[-1][0] + points[-2][0]) / 2, points[-1][1]
    if turned:
        points = points[::-1]
    path = [f"M{points[0][0]:.0f},{points[0][1]:.0f}"]
    for (ax, ay), (bx, by) in pairwise(points):
        middle = (ax + bx) / 2
        curve = f"C{middle:.0f},{ay:.0f} {middle:.0f},{by:.0f} {bx:.0f},{by:.0f}"
        path.append(f"H{bx:.0f}" if round(ay) == round(by) else curve)
    (ex, ey), side = points[-1], 1 if points[-1][0] > points[-2][0] else -1
    head = f"M{ex - 7 * side:.0f},{ey - 3:.0f}l{7 * side},3 {-7 * side},3Z"
    return Drawn(edge, "".join(path), head, *label, turned)
