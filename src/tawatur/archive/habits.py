"""What outlets say whatever they report, over an archive, in the parts that compare.copying.habits has."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.archive.words import PRINTS, WORDS, prints_of, unpacked
from tawatur.compare.copying.habits import REPORTS, Habits, differ, spread
from tawatur.compare.fingerprints import Words, prints
from tawatur.compare.publishers import publisher_of
from tawatur.store.values import signed

_PLACES = {"house": "string", "mark": "bigint", "place": "bigint"}
_HABITS = {"house": "string", "mark": "bigint"}
_OWN = {"report": "string", "habits": "binary"}
_OUTLET = "own"  # whose habits a report's own are, here


def learn_habits(stages: Stages) -> None:
    """The tables `own_habits` (the fingerprints of a report that are its publisher's habits, where it has any) and
    `prints` (those that are left, of every report that stands for its twins)."""
    words = ", ".join(f"r.{name}" for name in WORDS)
    stages.map_rows("rows_of_four", f"SELECT r.report, r.moment, {words} FROM reports r", prints_of, PRINTS)
    all_rows = "rows_of_four p JOIN reports r ON r.report = p.report"
    standing = f"{all_rows} JOIN twins t ON t.report = p.report WHERE t.place = 1 AND r.house <> ''"
    stages.sql(
        "often",
        f"SELECT r.house, p.mark, count(*) AS n FROM {standing} GROUP BY r.house, p.mark HAVING count(*) >= {REPORTS}",
    )
    stages.map_rows("looked_at", "SELECT house, mark, n FROM often", _looked_at, _PLACES)
    place = "CAST(row_number() OVER (PARTITION BY r.house, p.mark ORDER BY r.moment, p.report) AS bigint) AS place"
    stages.map_groups(
        "habits",
        f"WITH placed AS (SELECT r.house, p.mark, r.matter, {place} FROM {all_rows} "
        "JOIN twins t ON t.report = p.report JOIN often o ON o.house = r.house AND o.mark = p.mark WHERE t.place = 1) "
        "SELECT x.mark, x.house, x.place, x.matter FROM placed x "
        "JOIN looked_at l ON l.house = x.house AND l.mark = x.mark AND l.place = x.place",
        ["house", "place"],
        _habits,
        _HABITS,
    )
    stages.map_groups(
        "own_habits",
        f"SELECT p.report, p.mark FROM {all_rows} JOIN habits h ON h.house = r.house AND h.mark = p.mark",
        ["mark"],
        _own,
        _OWN,
    )
    stages.map_rows(
        "prints_left",
        f"SELECT r.report, r.moment, {told_words('r', 'o')} FROM own_habits o JOIN reports r ON r.report = o.report "
        "JOIN twins t ON t.report = r.report WHERE t.place = 1",
        _prints_left,
        PRINTS,
    )
    stages.sql(
        "prints",
        "SELECT p.mark, p.report, p.moment FROM rows_of_four p JOIN twins t ON t.report = p.report "
        "LEFT JOIN own_habits o ON o.report = p.report WHERE t.place = 1 AND o.report IS NULL "
        "UNION ALL SELECT mark, report, moment FROM prints_left",
    )


def told_words(report: str, habits: str) -> str:
    """The columns of a report's words and of its habits, of the tables by these names, as `told` takes them."""
    return ", ".join([f"{habits}.habits", *(f"{report}.{name}" for name in WORDS)])


def told(row: Sequence[Any]) -> Words:
    """The words of a report with those of its habits marked."""
    habits, *packed = row
    words = unpacked(packed)
    if not habits:
        return words
    own = frozenset(n % (1 << 64) for n in array("q", habits))
    return Habits({publisher_of(_OUTLET) or _OUTLET: own}).without(words, _OUTLET)


def _looked_at(row: Row) -> Iterator[Row]:
    house, mark, n = row
    return ((house, mark, i + 1) for i in spread(range(n)))


def _habits(rows: Iterator[Row]) -> Iterator[Row]:
    """Which publishers have these four words as a habit."""
    matters: dict[Row, list[frozenset[str]]] = {}
    for mark, house, _, matter in rows:
        matters.setdefault((house, mark), []).append(frozenset(json.loads(matter)))
    return (key for key, found in matters.items() if differ(found))


def _own(rows: Iterator[Row]) -> Iterator[Row]:
    found = list(rows)
    yield found[0][0], array("q", [mark for _, mark in found]).tobytes()


def _prints_left(row: Row) -> Iterator[Row]:
    report, moment, *words = row
    return ((signed(mark), report, moment) for mark in prints(told(words)))
