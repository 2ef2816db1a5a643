"""Entities over an archive: what may meet by ids, names and spellings is a component, and is joined apart from others.

No step of compare.entities joins or looks at two profiles that have no key in common, so that those of one component
become what they would among all.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.archive.components import components
from tawatur.archive.profiles import ALONE, CALLED, KEY, LESS, PROFILE, SPELT, WHOLE, WORD, count_bearers, make_profiles
from tawatur.archive.spellings import pair_names
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.merging import join_all
from tawatur.compare.entities.naming import Name
from tawatur.compare.entities.profiles import Key, Profile
from tawatur.compare.entities.tallies import Tally
from tawatur.compare.plain import load

_THINGS = {
    "wanted": "string",
    "size": "bigint",
    "first_report": "string",
    "first_entity": "string",
    "mark": "string",
    "type": "string",
    "name_ar": "string",
    "name_en": "string",
    "report": "string",
    "entity": "string",
}
_PROFILE, _NAMESAKES, _SPELLING = "0 profile", "1 namesakes", "2 spelling"


def find_entities(stages: Stages) -> None:
    """The result `entities`: a row for every entity of every report, with the one that it is over all reports."""
    make_profiles(stages)
    count_bearers(stages)
    pair_names(stages)
    components(stages, "kin", _edges())
    of = "JOIN kin k ON k.node = p.node"
    key = f"SELECT DISTINCT p.item, k.component FROM profiles p {of} WHERE p.sort ="
    query = (
        f"SELECT k.component, '{_PROFILE}' AS sort, p.report AS x, p.entity AS y, CAST(0 AS double) AS expected, "
        f"p.packed FROM profiles p {of} WHERE p.sort = '{PROFILE}' "
        f"UNION ALL SELECT c.component, '{_NAMESAKES}' AS sort, n.name AS x, '' AS y, n.expected, '' AS packed "
        f"FROM ({key} '{CALLED}') c JOIN namesakes n ON n.name = c.item "
        f"UNION ALL SELECT c.component, '{_SPELLING}' AS sort, n.x, n.y, CAST(0 AS double) AS expected, '' AS packed "
        f"FROM ({key} '{SPELT}') c JOIN name_kin n ON n.x = c.item WHERE n.spelling"
    )
    stages.map_groups("things", query, ["sort", "x", "y"], _things, _THINGS)
    first = "report = first_report AND entity = first_entity"
    place = "row_number() OVER (PARTITION BY wanted ORDER BY size DESC, first_report, first_entity)"
    ranked = f"SELECT first_report, first_entity, {place} AS place FROM things WHERE {first}"
    stages.sql(
        "entities",
        "SELECT CASE WHEN r.place = 1 THEN t.wanted ELSE t.wanted || '-' || t.mark END AS id, t.type, t.name_ar, "
        f"t.name_en, t.report, t.entity FROM things t JOIN ({ranked}) r "
        "ON r.first_report = t.first_report AND r.first_entity = t.first_entity",
        result=True,
    )


def _edges() -> str:
    """What ties profiles and keys: ids and names that they bear, spellings, words that stand alone for somebody, and
    bodies' names that are others' without a word."""
    words, wholes = (f"SELECT DISTINCT item FROM profiles WHERE sort = '{sort}'" for sort in (ALONE, WHOLE))
    return (
        f"SELECT node AS a, key_ AS b FROM profiles WHERE sort IN ('{KEY}', '{SPELT}', '{ALONE}') "
        f"UNION ALL SELECT p.node AS a, p.key_ AS b FROM profiles p JOIN ({words}) w ON w.item = p.item "
        f"WHERE p.sort = '{WORD}' UNION ALL SELECT node AS a, key_ AS b FROM profiles WHERE sort = '{WHOLE}' "
        f"UNION ALL SELECT p.node AS a, p.key_ AS b FROM profiles p JOIN ({wholes}) w ON w.item = p.item "
        f"WHERE p.sort = '{LESS}' UNION ALL SELECT key_x AS a, key_y AS b FROM name_kin "
        f"UNION ALL SELECT node AS a, node AS b FROM profiles WHERE sort = '{PROFILE}'"
    )


def _things(rows: Iterator[Row]) -> Iterator[Row]:
    """The things of one component: its profiles come first, then what is known of its names."""
    found: dict[Key, Profile] = {}
    others: dict[Name, float] = {}
    spellings: list[tuple[Name, Name]] = []
    for _, sort, x, y, expected, packed in rows:
        if sort == _PROFILE:
            found[x, y] = load(packed)
        elif sort == _NAMESAKES:
            others[tuple(x.split())] = expected
        else:
            spellings.append((tuple(x.split()), tuple(y.split())))
    clusters = Clusters(found)
    if len(found) > 1:
        join_all(found, clusters, lambda name: others.get(name, 0.0), spellings)
    for members, _ in clusters.all():
        tally = Tally(members)
        known = (tally.id, tally.size, *tally.first, tally.mark, tally.type, tally.name["ar"], tally.name["en"])
        for profile in members:
            yield *known, *profile.key
