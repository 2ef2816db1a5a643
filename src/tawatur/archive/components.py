"""Connected components: few edges in one process, many by SQL alone: stars, alternately large and small, until every
node hangs on its smallest.

Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii, "Connected components in MapReduce and beyond" (SoCC 2014): the
rounds grow with the square of the logarithm of the nodes, whatever the shape; passing on the smallest label alone would
take as many rounds as a chain of copies is long.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import count

from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.groups import Groups
from tawatur.store.values import signed

FEW = 500_000  # edges that one process joins, with some 200 bytes each
_NODES = {"node": "bigint", "component": "bigint"}


def components(stages: Stages, name: str, edges: str, few: int = FEW) -> None:
    """The table `name` (node, component) of every node of a query of edges (a, b), whole numbers both; a component is
    named by its smallest node. An edge from a node to itself makes it a node and no more. Up to `few` edges are joined
    by one process: a round of SQL over few rows takes a cluster longer."""
    if not stages.done(name):
        stages.sql(f"{name}_edges", f"SELECT DISTINCT greatest(a, b) AS a, least(a, b) AS b FROM ({edges}) e")
        _join(stages, name, few)
    stages.see(name)
    stages.drop(f"{name}_*")


def _join(stages: Stages, name: str, few: int) -> None:
    if stages.rows(f"SELECT count(*) FROM {name}_edges")[0][0] <= few:
        stages.map_all(name, f"SELECT a, b FROM {name}_edges", _joined, _NODES)
    else:
        stars = _rounds(stages, name)
        nodes = f"SELECT a AS node FROM {name}_edges UNION SELECT b AS node FROM {name}_edges"
        query = (
            f"SELECT n.node, coalesce(s.b, n.node) AS component FROM ({nodes}) n LEFT JOIN {stars} s ON s.a = n.node"
        )
        stages.sql(name, query)


def node(key: str) -> int:
    """A number for a key: the same in every process."""
    return signed(int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big"))


def _joined(edges: Iterator[Row]) -> Iterator[Row]:
    groups: Groups[int] = Groups()
    for a, b in edges:
        groups.join(a, b)
    return ((node, members[0]) for members in groups.all() for node in members)


def _rounds(stages: Stages, name: str) -> str:
    """The table of the last round: (a, b) with b the smallest node of a's component, for every a that is not it."""
    before = f"{name}_edges"
    for number in count(1):
        now = f"{name}_round_{number}"
        stages.sql(now, _round(before))
        if _all_stars(stages, now):
            break
        before = now
    return now


def _round(edges: str) -> str:
    """One large star and one small star of a table of edges (a, b) with a >= b."""
    both = f"SELECT a AS u, b AS v FROM {edges} WHERE a > b UNION SELECT b AS u, a AS v FROM {edges} WHERE a > b"
    least = "SELECT u, least(u, min(v)) AS m FROM both_ways GROUP BY u"
    large = "SELECT DISTINCT w.v AS a, l.m AS b FROM both_ways w JOIN lowest l ON l.u = w.u WHERE w.v > w.u"
    small = "SELECT a, min(b) AS m FROM large GROUP BY a"
    stars = (
        "SELECT g.b AS a, s.m AS b FROM large g JOIN smallest s ON s.a = g.a WHERE g.b > s.m "
        "UNION SELECT a, m AS b FROM smallest"
    )
    parts = f"both_ways AS ({both}), lowest AS ({least}), large AS ({large}), smallest AS ({small})"
    return f"WITH {parts} {stars}"


def _all_stars(stages: Stages, edges: str) -> bool:
    """Whether every node has one edge at most, and to one that has none."""
    chained = f"SELECT count(*) FROM {edges} x JOIN {edges} y ON x.b = y.a"
    doubled = f"SELECT count(*) - count(DISTINCT a) FROM {edges}"
    return stages.rows(f"SELECT ({chained}) + ({doubled})") == [(0,)]
