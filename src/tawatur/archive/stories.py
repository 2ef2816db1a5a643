"""Stories over an archive, in the parts that compare.stories has: outlines, what is common, links, components."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from tawatur.archive.components import components, node
from tawatur.archive.meetings import meet
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.archive.words import WORDS, unpacked
from tawatur.compare.plain import dump, load
from tawatur.compare.stories.finding import TOLD, story_of
from tawatur.compare.stories.grouping import Grouping
from tawatur.compare.stories.link import ENOUGH, FAR, StoryLink, days_apart, link
from tawatur.compare.stories.meeting import needed
from tawatur.compare.stories.outline import Outline, outline
from tawatur.compare.stories.sketch import Commonness, Sketch, sketch
from tawatur.record.codec.reading import load_reading

_OUTLINES = {"report": "string", "moment": "bigint", "day": "bigint", "outline": "string"}
_SAID = {"report": "string", "kind": "string", "item": "string"}
_SKETCHES = {
    "report": "string",
    "node": "bigint",
    "moment": "bigint",
    "day": "bigint",
    "needed": "bigint",
    "sketch": "string",
}
_LINKS = {"a": "string", "node_a": "bigint", "b": "string", "node_b": "bigint", "link": "string"}
_STORIES = {"story": "string", "place": "bigint", "report": "string", "why": "string"}
_WORD, _NAME = "word", "name"


def find_stories(stages: Stages) -> None:
    """The result `stories`: a row for every report, with its story, its place in it and why it is of it."""
    _outlines(stages)
    _sketches(stages)
    meet(stages)
    _links(stages)
    edges = "SELECT node_a AS a, node_b AS b FROM links UNION ALL SELECT node AS a, node AS b FROM sketches"
    components(stages, "near", edges)
    reports = "SELECT s.*, c.component FROM sketches s JOIN near c ON c.node = s.node"
    query = (
        f"WITH placed AS ({reports}) "
        "SELECT component, moment, report, '' AS other, sketch, '' AS link FROM placed "
        "UNION ALL SELECT p.component, p.moment, p.report, l.a AS other, '' AS sketch, l.link "
        "FROM placed p JOIN links l ON l.b = p.report"
    )
    stages.map_groups("stories", query, ["moment", "report", "other"], _grouped, _STORIES, result=True)


def _outlines(stages: Stages) -> None:
    """The tables `outlines`, and `said`: the words and names of each."""
    words = ", ".join(f"w.{name}" for name in WORDS)
    nothing = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in WORDS.items())
    read = "readings r JOIN named n ON n.part = r.part AND n.number = r.number JOIN reports w ON w.report = n.report"
    query = (
        f"SELECT n.report, '' AS entity, '' AS merged, r.moment, r.reading, {words} FROM {read} UNION ALL "
        f"SELECT report, entity, id AS merged, CAST(NULL AS bigint) AS moment, '' AS reading, {nothing} FROM entities"
    )
    stages.map_groups("outlines", query, ["entity"], _outlined, _OUTLINES)
    stages.map_rows("said", "SELECT report, outline FROM outlines", _said, _SAID)


def _outlined(rows: Iterator[Row]) -> Iterator[Row]:
    """The outline of a report; its reading comes first, then what its entities are over all reports."""
    report, _, _, moment, reading, *packed = next(rows)
    merged = {(report, entity): one for _, entity, one, *_ in rows}
    words = unpacked(packed)
    found = load_reading(json.loads(reading), words.text)
    day = found.report.published.toordinal() if found.report.published else None
    yield report, moment, day, dump(outline(report, found, merged, words))


def _said(row: Row) -> Iterator[Row]:
    report, found = row
    one: Outline = load(found)
    yield from ((report, _WORD, word) for word in one.words)
    yield from ((report, _NAME, name) for name in one.names)


def _sketches(stages: Stages) -> None:
    """The table `sketches`: every report weighed by what is common over all."""
    stages.sql("common", "SELECT kind, item, count(*) AS n FROM said GROUP BY kind, item HAVING count(*) > 1")
    ((reports,),) = stages.rows("SELECT count(*) FROM outlines")
    query = (
        "SELECT report, '' AS kind, '' AS item, moment, day, outline, CAST(0 AS bigint) AS n FROM outlines UNION ALL "
        "SELECT s.report, s.kind, s.item, CAST(NULL AS bigint) AS moment, CAST(NULL AS bigint) AS day, '' AS outline, "
        "c.n FROM said s JOIN common c ON c.kind = s.kind AND c.item = s.item"
    )
    stages.map_groups("sketches", query, ["kind", "item"], partial(_sketched, reports), _SKETCHES)


def _sketched(reports: int, rows: Iterator[Row]) -> Iterator[Row]:
    """The sketch of a report; its outline comes first, then in how many reports its words and names stand."""
    report, _, _, moment, day, found, _ = next(rows)
    counts: dict[str, dict[str, int]] = {_WORD: {}, _NAME: {}}
    for _, kind, item, _, _, _, n in rows:
        counts[kind][item] = n
    one = sketch(load(found), Commonness(reports, counts[_WORD], counts[_NAME]))
    yield report, node(report), moment, day, needed(one), dump(one)


def _links(stages: Stages) -> None:
    """The table `links` of pairs that are near enough. The sketch of `b` comes once, before those of every `a`."""
    query = (
        "SELECT s.report AS b, '' AS a, s.node, s.sketch, true AS met, CAST(0 AS double) AS share FROM sketches s "
        "UNION ALL SELECT m.b, m.a, s.node, s.sketch, m.met, coalesce(c.share, CAST(0 AS double)) AS share "
        "FROM met m JOIN sketches s ON s.report = m.a LEFT JOIN shared c ON c.a = m.a AND c.b = m.b"
    )
    stages.map_groups("links", query, ["a"], _linked, _LINKS)


def _linked(rows: Iterator[Row]) -> Iterator[Row]:
    b, _, node_b, found, _, _ = next(rows)
    one: Sketch = load(found)
    for _, a, node_a, other, met, share in rows:
        before: Sketch = load(other)
        if not met and (share < TOLD or days_apart(before, one) > FAR):
            continue  # copied, but little of it, or no news any more
        made = link(before, one, share)
        if made.score >= ENOUGH:
            yield a, node_a, b, node_b, dump(made)


def _grouped(rows: Iterator[Row]) -> Iterator[Row]:
    """The stories of one component: its reports in order of time, each before its links."""
    sketches: dict[str, Sketch] = {}
    links: dict[str, list[StoryLink]] = defaultdict(list)
    grouping = Grouping(sketches)
    last = None
    for _, _, report, other, found, linked in rows:
        if other:
            links[report].append(load(linked))
            continue
        if last is not None:
            grouping.add(last, links[last])
        sketches[report] = load(found)
        last = report
    if last is not None:
        grouping.add(last, links[last])
    for names in grouping.all():
        inside = set(names)
        ordered = [name for name in sketches if name in inside] if len(names) > 1 else names
        story = story_of(ordered, [x for name in ordered for x in links[name] if x.a in inside], sketches)
        for place, report in enumerate(story.reports):
            told = story.why.get(report)
            yield story.id, place, report, json.dumps(told, ensure_ascii=False) if told is not None else None
