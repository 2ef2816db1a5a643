"""Copied passages over an archive, in the parts that compare.copies has: prints, pairs, alignments, components."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from tawatur.archive.components import components, node
from tawatur.archive.habits import learn_habits, told, told_words
from tawatur.archive.neighbours import neighbours
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.archive.words import PROVENANCE, WORDS, provenance_in, unpacked
from tawatur.compare.copies import COMMON_ROWS, LONG, NEAREST, Passage, align, alike
from tawatur.compare.copying.gather import Stretch, copy_of, stretches
from tawatur.compare.copying.runs import rows_of
from tawatur.compare.copying.twins import moved

_SIDES = {
    "a": "string",
    "begins_a": "bigint",
    "until_a": "bigint",
    "spot_a": "bigint",
    "b": "string",
    "begins_b": "bigint",
    "until_b": "bigint",
    "spot_b": "bigint",
    "words": "bigint",
    "share": "double",
}
_EDGES = {"a": "bigint", "b": "bigint"}
_SPOTS = {"stretch": "bigint", "report": "string", "begins": "bigint", "until": "bigint", "told_anew": "boolean"}
_COPIES = {
    "copy": "string",
    "kind": "string",
    "first": "string",
    "unsure": "string",
    "report": "string",
    "begins": "bigint",
    "until": "bigint",
    "share": "double",
    "agencies": "string",
    "borrowed": "boolean",
    "text": "string",
}


def find_copies(stages: Stages) -> None:
    """The result `copies`: a row for every place of every passage that stands in several reports."""
    learn_habits(stages)
    _pairs(stages)
    _align(stages)
    spot = "SELECT {0} AS report, begins_{0} AS begins, until_{0} AS until, spot_{0} AS spot FROM sides"
    spots = f"{spot.format('a')} UNION {spot.format('b')}"
    stages.map_groups("alike", spots, ["begins", "until", "spot"], _alike, _EDGES)
    components(stages, "linked", "SELECT spot_a AS a, spot_b AS b FROM sides UNION SELECT a, b FROM alike")
    sides = ", ".join(f"s.{name}" for name in _SIDES)
    query = f"SELECT c.component, {sides} FROM sides s JOIN linked c ON c.node = s.spot_a"
    stages.map_groups("spots", query, ["a", "b", "begins_a", "begins_b", "until_a", "until_b"], _stretches, _SPOTS)
    _twins(stages)
    # SQL counts code points from 1
    text = "substring(r.text, CAST(s.begins + 1 AS int), CAST(s.until - s.begins AS int)) AS text"
    told = ", ".join(f"r.{name}" for name in PROVENANCE)
    every = "SELECT * FROM spots UNION SELECT * FROM twin_spots"
    query = f"SELECT s.*, {told}, {text} FROM ({every}) s JOIN reports r ON r.report = s.report"
    stages.map_groups("copies", query, ["report", "begins", "until"], _copies, _COPIES, result=True)


def _pairs(stages: Stages) -> None:
    """The table `pairs` (a, b) of reports that share prints, and of the first two of each group of twins."""
    stages.sql(
        "postings",
        "SELECT p.mark, p.report, "
        "CAST(row_number() OVER (PARTITION BY p.mark ORDER BY p.moment, p.report) AS bigint) AS place "
        "FROM prints p JOIN (SELECT mark FROM prints GROUP BY mark HAVING count(*) > 1) s ON s.mark = p.mark",
    )
    met = neighbours("postings", "mark", ["report"], all_of=LONG, nearest=NEAREST)
    stages.sql(
        "pairs",
        f"SELECT least(x_report, y_report) AS a, greatest(x_report, y_report) AS b FROM ({met}) t "
        f"GROUP BY least(x_report, y_report), greatest(x_report, y_report) HAVING count(*) >= {COMMON_ROWS} "
        "UNION ALL SELECT standing AS a, report AS b FROM twins WHERE place = 2",
    )


def _align(stages: Stages) -> None:
    """The table `sides`: every passage of every pair. The words of `a` come once, before those of every `b`."""
    words = told_words("r", "h")
    firsts = "SELECT DISTINCT a FROM pairs"
    habits = "LEFT JOIN own_habits h ON h.report = r.report"
    own = f"SELECT r.report AS a, '' AS b, {words} FROM reports r JOIN ({firsts}) p ON p.a = r.report {habits}"
    others = f"SELECT p.a, p.b, {words} FROM pairs p JOIN reports r ON r.report = p.b {habits}"
    stages.map_groups("sides", f"{own} UNION ALL {others}", ["b"], _aligned, _SIDES)


def _aligned(rows: Iterator[Row]) -> Iterator[Row]:
    """The passages of one report with others; its own words come first, under no name."""
    a, _, *own = next(rows)
    words = told(own)
    known = rows_of(words)
    for _, b, *its in rows:
        for p in align(words, told(its), known):
            yield (a, *p.a, _number(a, *p.a), b, *p.b, _number(b, *p.b), p.words, p.share)


def _number(report: str, start: int, end: int) -> int:
    """A number for a spot: the same in every process."""
    return node(f"{report}:{start}:{end}")


def _alike(rows: Iterator[Row]) -> Iterator[Row]:
    """Spots of one report that may be one place of a passage."""
    spots = [(report, start, end) for report, start, end, _ in rows]
    return ((_number(*left), _number(*right)) for left, right in alike(spots))


def _stretches(rows: Iterator[Row]) -> Iterator[Row]:
    """The passages of one component with their spots."""
    sides = [
        (a, b, Passage((begins_a, until_a), (begins_b, until_b), words, share))
        for _, a, begins_a, until_a, _, b, begins_b, until_b, _, words, share in rows
    ]
    for stretch in stretches(sides):
        number = _number(*stretch.spots[0])
        for spot in stretch.spots:
            yield (number, *spot, stretch.told_anew)


def _twins(stages: Stages) -> None:
    """The table `twin_spots`: the spots of a report in those that have the same words and were not looked at."""
    spots = (
        "SELECT t.standing, s.stretch, s.report, s.begins, s.until, s.told_anew FROM spots s "
        "JOIN twins t ON t.report = s.report "
        "JOIN (SELECT standing FROM twins WHERE place = 2) w ON w.standing = t.standing"
    )
    of_words = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in WORDS.items())
    words = ", ".join(f"r.{name}" for name in WORDS)
    found = f"SELECT standing, CAST(0 AS bigint) AS place, stretch, report, begins, until, told_anew, {of_words}"
    nothing = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in list(_SPOTS.items())[2:])
    theirs = (
        f"SELECT t.standing, t.place, CAST(0 AS bigint) AS stretch, t.report, {nothing}, {words} FROM twins t "
        "JOIN (SELECT DISTINCT standing FROM spots_of_twins) w ON w.standing = t.standing "
        "JOIN reports r ON r.report = t.report"
    )
    query = f"WITH spots_of_twins AS ({spots}) {found} FROM spots_of_twins UNION ALL {theirs}"
    stages.map_groups("twin_spots", query, ["place", "stretch", "report", "begins", "until"], _moved, _SPOTS)


def _moved(rows: Iterator[Row]) -> Iterator[Row]:
    """The spots of the first of twins in the others; its own spots come first, then its words, then those of each."""
    spots: list[tuple[int, int, int, bool]] = []
    has: dict[int, set[str]] = defaultdict(set)
    own = None
    for standing, place, stretch, report, begins, until, told_anew, *packed in rows:
        if place == 0:
            has[stretch].add(report)
            if report == standing:
                spots.append((stretch, begins, until, told_anew))
        elif own is None:
            own = unpacked(packed)
        else:
            its = unpacked(packed)
            for number, start, end, anew in spots:
                if report not in has[number]:
                    yield (number, report, *moved(start, end, own, its), anew)


def _copies(rows: Iterator[Row]) -> Iterator[Row]:
    """One passage as the record has it."""
    found = Stretch([])
    known, texts = {}, []
    for _, report, begins, until, told_anew, *of, text in rows:
        found.spots.append((report, begins, until))
        found.told_anew = told_anew
        known[report] = provenance_in(report, of)
        texts.append(text)
    copy = copy_of(found, known, texts)
    whole = (copy.id, copy.kind, copy.first, json.dumps(copy.unsure))
    for p in copy.places:
        yield (
            *whole,
            p.report,
            p.start,
            p.end,
            p.share,
            json.dumps(p.agencies, ensure_ascii=False),
            p.borrowed,
            p.text,
        )
