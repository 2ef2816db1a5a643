"""Events over an archive, in the parts that compare.events has: tellings that meet, links, components.

Tellings of one key stand in order of their days and each meets those just before it, so that a key is cut into blocks
that begin with the last tellings of the block before: what everybody names is no heavier for a task than what few name.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterator

from tawatur.archive.components import components, node
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.archive.told import SIGHT, Held
from tawatur.compare.events.finding import WINDOW, may_be_one
from tawatur.compare.events.merging import events_of, holds, pair_of, scored, told_again
from tawatur.compare.events.sight import Sight, key_of
from tawatur.compare.plain import load

BLOCK = 1_000  # tellings of one key that a task compares with those before them
_AGAIN = {"a": "string", "node_a": "bigint", "b": "string", "node_b": "bigint"}
_PAIRS = {**_AGAIN, "holds": "boolean"}
_KEYS = {"item": "string", "telling": "string", "day": "bigint", "reach": "bigint"}
_EVENTS = {
    "event": "string",
    "kind": "string",
    "place": "bigint",
    "report": "string",
    "telling": "string",
    "why": "string",
}


def find_events(stages: Stages) -> None:
    """The result `events`: a row for every telling of every event, with the links to tellings before it."""
    _twins(stages)
    _meet(stages)
    edges = "SELECT node_a AS a, node_b AS b FROM told_pairs WHERE holds UNION ALL SELECT node_a AS a, node_b AS b "
    edges += f"FROM told_again UNION ALL SELECT node AS a, node AS b FROM told WHERE sort = '{SIGHT}'"
    components(stages, "happened", edges)
    query = (
        "SELECT h.component, '' AS other, t.item AS telling, t.moment, t.held, t.packed "
        f"FROM told t JOIN happened h ON h.node = t.node WHERE t.sort = '{SIGHT}' "
        "UNION ALL SELECT h.component, p.a AS other, p.b AS telling, CAST(0 AS bigint) AS moment, '' AS held, "
        "'' AS packed FROM (SELECT a, node_a, b, node_b FROM told_pairs UNION SELECT a, node_a, b, node_b "
        "FROM told_again) p JOIN happened h ON h.node = p.node_a JOIN happened k ON k.node = p.node_b "
        "WHERE h.component = k.component"
    )
    stages.map_groups("events", query, ["other", "telling"], _events, _EVENTS, result=True)


def _twins(stages: Stages) -> None:
    """The table `told_again`: what says the same word for word as an earlier telling, `a`, and meets that alone."""
    query = (
        "SELECT t.twin, t.day, t.item, t.held, t.packed FROM told t "
        f"JOIN (SELECT twin FROM told WHERE sort = '{SIGHT}' AND twin IS NOT NULL "
        "GROUP BY twin HAVING count(*) > 1) m ON m.twin = t.twin"
    )
    stages.map_groups("told_again", query, ["day", "item"], _again, _AGAIN)


def _again(rows: Iterator[Row]) -> Iterator[Row]:
    first: Sight | None = None
    known = Held()
    for _, _, key, held, packed in rows:
        sight: Sight = load(packed)
        known.take(sight, held)
        if first is None:
            first = sight
        elif first.report != sight.report and told_again(first, sight, known.passages) is not None:
            yield first.key, node(first.key), key, node(key)


def _meet(stages: Stages) -> None:
    """The table `told_pairs`: tellings that are compared, `a` the earlier one, and whether they hold together."""
    query = (
        "SELECT t.item, t.day, t.keys_ FROM told t LEFT JOIN told_again g ON g.b = t.item "
        f"WHERE t.sort = '{SIGHT}' AND g.b IS NULL"
    )
    stages.map_rows("told_keys", query, _keys, _KEYS)
    place = "CAST(row_number() OVER (PARTITION BY k.item ORDER BY k.day, k.telling) - 1 AS bigint) AS place"
    stages.sql(
        "told_places",
        f"SELECT k.item, k.telling, k.day, k.reach, {place} FROM told_keys k "
        "JOIN (SELECT item FROM told_keys GROUP BY item HAVING count(*) > 1) s ON s.item = k.item",
    )
    columns = "item, telling, day, reach, place"
    own = f"SELECT {columns}, place - place % {BLOCK} AS block, false AS before FROM told_places"
    before = (
        f"SELECT {columns}, place - place % {BLOCK} + {BLOCK} AS block, true AS before FROM told_places "
        f"WHERE place % {BLOCK} >= {BLOCK - WINDOW}"
    )
    query = (
        "SELECT p.item || ' ' || CAST(p.block AS string) AS part, p.place, p.day, p.reach, p.before, t.held, t.packed "
        f"FROM ({own} UNION ALL {before}) p JOIN told t ON t.item = p.telling WHERE t.sort = '{SIGHT}'"
    )
    stages.map_groups("told_met", query, ["place"], _met, _PAIRS)
    stages.sql("told_pairs", "SELECT DISTINCT a, node_a, b, node_b, holds FROM told_met")


def _keys(row: Row) -> Iterator[Row]:
    telling, day, keys = row
    return ((item, telling, day, reach) for item, reach in json.loads(keys).items())


def _met(rows: Iterator[Row]) -> Iterator[Row]:
    """The pairs of one key's block: each telling with those before it within its reach, the nearest first."""
    last: deque[tuple[int, Sight]] = deque(maxlen=WINDOW)
    known = Held()
    for _, _, day, reach, before, held, packed in rows:
        sight: Sight = load(packed)
        known.take(sight, held)
        for other_day, other in () if before else reversed(last):
            if day - other_day > reach:
                break
            if may_be_one(sight, other):
                together = holds(pair_of(other, sight, known.passages)) is not None
                yield other.key, node(other.key), sight.key, node(sight.key), together
        last.append((day, sight))


def _events(rows: Iterator[Row]) -> Iterator[Row]:
    """The events of one component: its tellings come first, then the pairs of them that were compared."""
    seen: dict[str, Sight] = {}
    moments: set[tuple[int, str]] = set()
    known = Held()
    links = []
    for _, other, telling, moment, held, packed in rows:
        if other:
            links.append(scored(pair_of(seen[other], seen[telling], known.passages)))
            continue
        sight = seen[telling] = load(packed)
        known.take(sight, held)
        moments.add((moment, sight.report))
    rank = {report: i for i, (_, report) in enumerate(sorted(moments))}
    for event in events_of(seen, links, rank, known.passages):
        why = defaultdict(list)
        for link in event.why:
            why[link["b"]].append(link)
        for place, (report, telling) in enumerate(event.same):
            own = why.get(key_of(report, telling))
            told = json.dumps(own, ensure_ascii=False) if own else None
            yield event.id, event.kind, place, report, telling, told
