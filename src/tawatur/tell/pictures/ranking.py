"""Any directed graph in ranks: edges go forward, long ones through every rank between, few of them cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

Pair = tuple[str, str]
_SWEEPS = 4


def backward(nodes: Sequence[str], edges: Collection[Pair]) -> set[Pair]:
    """The edges to turn so that none runs in a circle; of several ways one that keeps the first of `edges`."""
    after = _after(edges)
    entered = {target for _, target in edges}
    roots = [*(n for n in nodes if n not in entered), *after, *nodes]
    state: dict[str, int] = {}
    turned: set[Pair] = set()
    for root in roots:
        stack = [(root, iter(after.get(root, ())))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            node, following = stack[-1]
            for other in following:
                if state.get(other) == 1:
                    turned.add((node, other))
                elif other not in state:
                    state[other] = 1
                    stack.append((other, iter(after.get(other, ()))))
                    break
            else:
                state[node] = 2
                stack.pop()
    return turned


def ranks(nodes: Sequence[str], edges: Collection[Pair], late: Collection[str] = ()) -> dict[str, int]:
    """The rank of every node of a graph without circles: as near to the first as its edges allow; those of `late` stand
    as near as can be to what follows them."""
    after, before = _after(edges), _after((b, a) for a, b in edges)
    open_ = {n: len(before.get(n, ())) for n in nodes}
    order = [n for n in nodes if not open_[n]]
    for node in order:
        for other in after.get(node, ()):
            open_[other] -= 1
            if not open_[other]:
                order.append(other)
    rank: dict[str, int] = {}
    for node in order:
        rank[node] = max((rank[b] + 1 for b in before.get(node, ())), default=0)
    for node in reversed(order):
        if node in late and after.get(node):
            rank[node] = min(rank[a] for a in after[node]) - 1
    return rank


def ordered(columns: Sequence[Sequence[str]], edges: Sequence[Pair]) -> list[list[str]]:
    """The nodes of every rank in the order in which few edges cross; edges go from one rank to the next."""
    after, before = _after(edges), _after((b, a) for a, b in edges)
    best = now = [list(column) for column in columns]
    fewest = _crossings(now, after)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        now = [list(column) for column in now]
        forward = sweep % 2 == 0
        indices = range(1, len(now)) if forward else range(len(now) - 2, -1, -1)
        for i in indices:
            beside = {n: at for at, n in enumerate(now[i - 1 if forward else i + 1])}
            _sort(now[i], beside, before if forward else after)
        count = _crossings(now, after)
        if count < fewest:
            best, fewest = now, count
    return best


def _sort(column: list[str], beside: Mapping[str, int], near: Mapping[str, Sequence[str]]) -> None:
    """Each node to the mean place of its neighbours; one without any stays where it is."""
    place = {}
    for at, node in enumerate(column):
        found = [beside[n] for n in near.get(node, ())]
        place[node] = sum(found) / len(found) if found else float(at)
    column.sort(key=place.__getitem__)


def _crossings(columns: Sequence[Sequence[str]], after: Mapping[str, Sequence[str]]) -> int:
    total = 0
    for column, following in pairwise(columns):
        place = {n: at for at, n in enumerate(following)}
        seen: list[int] = []
        for node in column:
            ends = sorted(place[n] for n in after.get(node, ()))
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _after(edges: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for source, target in edges:
        found.setdefault(source, []).append(target)
    return found
