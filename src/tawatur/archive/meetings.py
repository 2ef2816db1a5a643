"""Which reports of an archive are looked at as one story's: those that share words, events or copied text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tawatur.archive.neighbours import neighbours
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.copies import LONG, Shares
from tawatur.compare.copies import NEAREST as NEAREST_COPIES
from tawatur.compare.plain import load
from tawatur.compare.stories.meeting import NEAR, NEAREST, found_by
from tawatur.record.types import Copied, Copy

_KEYS = {
    "item": "string",
    "report": "string",
    "moment": "bigint",
    "day": "bigint",
    "needed": "bigint",
    "is_word": "boolean",
}
_SHARED = {"a": "string", "b": "string", "share": "double"}


def meet(stages: Stages) -> None:
    """The tables `met` (a before b in time; `met` says by words or events, else by copied text alone) and `shared`
    (the share of the shorter of two that is copied)."""
    stages.map_rows("keys", "SELECT report, moment, day, needed, sketch FROM sketches", _keys, _KEYS)
    stages.sql(
        "found",
        "SELECT k.item, k.report, k.day, k.needed, k.is_word, "
        "CAST(row_number() OVER (PARTITION BY k.item ORDER BY k.moment, k.report) AS bigint) AS place "
        "FROM keys k JOIN (SELECT item FROM keys GROUP BY item HAVING count(*) > 1) s ON s.item = k.item",
    )
    columns = ["report", "day", "needed", "is_word"]
    near = neighbours("found", "item", columns, all_of=NEAREST, nearest=NEAREST)
    by_words = (
        "SELECT x_report AS a, y_report AS b FROM near WHERE x_is_word AND (x_day IS NULL OR y_day IS NULL "
        f"OR (x_day - y_day <= {NEAR} AND y_day - x_day <= {NEAR})) "
        "GROUP BY x_report, y_report, y_needed HAVING count(*) >= y_needed"
    )
    by_events = "SELECT DISTINCT x_report AS a, y_report AS b FROM near WHERE NOT x_is_word"
    stages.sql("found_pairs", f"WITH near AS ({near}) {by_words} UNION {by_events}")
    _copied(stages)
    stages.sql(
        "met",
        "SELECT a, b, max(met) = 1 AS met FROM (SELECT a, b, 1 AS met FROM found_pairs "
        "UNION ALL SELECT a, b, 0 AS met FROM copied_pairs) t GROUP BY a, b",
    )
    _shared(stages)


def _keys(row: Row) -> Iterator[Row]:
    report, moment, day, needed, found = row
    words, events = found_by(load(found))
    for item, is_word in [(f"word {w}", True) for w in words] + [(f"event {e}", False) for e in events]:
        yield item, report, moment, day, needed, is_word


def _copied(stages: Stages) -> None:
    """The table `copied_pairs`: what walking over compare.copies.Shares gives."""
    stages.sql(
        "copied_in",
        "SELECT c.copy, c.report, CAST(row_number() OVER (PARTITION BY c.copy ORDER BY s.moment, c.report) AS bigint) "
        "AS place FROM (SELECT DISTINCT copy, report FROM copies) c JOIN sketches s ON s.report = c.report",
    )
    many = f"SELECT copy FROM copied_in GROUP BY copy HAVING count(*) > {LONG}"
    few_in = f"SELECT i.* FROM copied_in i LEFT JOIN ({many}) m ON m.copy = i.copy WHERE m.copy IS NULL"
    many_in = f"SELECT i.* FROM copied_in i JOIN ({many}) m ON m.copy = i.copy"
    few = "SELECT x.report AS x_report, y.report AS y_report FROM few_in x JOIN few_in y ON x.copy = y.copy "
    few += "WHERE x.place < y.place"
    long = neighbours("many_in", "copy", ["report"], all_of=NEAREST_COPIES, nearest=NEAREST_COPIES)
    stages.sql(
        "copied_pairs",
        f"WITH few_in AS ({few_in}), many_in AS ({many_in}) "
        f"SELECT DISTINCT x_report AS a, y_report AS b FROM ({few} UNION ALL {long}) t",
    )


def _shared(stages: Stages) -> None:
    query = (
        "SELECT m.b, m.a, x.copy, x.begins AS begins_a, x.until AS until_a, r.size AS size_a, "
        "y.begins AS begins_b, y.until AS until_b, s.size AS size_b FROM met m "
        "JOIN copies x ON x.report = m.a JOIN copies y ON y.report = m.b AND y.copy = x.copy "
        "JOIN reports r ON r.report = m.a JOIN reports s ON s.report = m.b"
    )
    stages.map_groups("shared", query, ["a", "copy", "begins_a", "begins_b"], _shares, _SHARED)


def _shares(rows: Iterator[Row]) -> Iterator[Row]:
    """The shares of one report with others."""
    sizes: dict[str, int] = {}
    spots: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    pairs: dict[tuple[str, str], None] = {}
    for b, a, copy, begins_a, until_a, size_a, begins_b, until_b, size_b in rows:
        sizes[a], sizes[b] = size_a, size_b
        spots[copy] |= {(a, begins_a, until_a), (b, begins_b, until_b)}
        pairs[a, b] = None
    copies = [Copy(c, [Copied(start, end, "", name) for name, start, end in sorted(spots[c])]) for c in sorted(spots)]
    shares = Shares(copies, sizes)
    for a, b in pairs:
        yield a, b, shares[min(a, b), max(a, b)]
