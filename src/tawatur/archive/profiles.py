"""What every report brings to entities: its own, with what is known over all reports of the names in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from tawatur.archive.components import node
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.entities.meeting import SEATED, block_names, wordings
from tawatur.compare.entities.profiles import Profile, ids_of, profiles_of
from tawatur.compare.entities.statistics import Statistics, expected
from tawatur.compare.plain import dump
from tawatur.record.codec.reading import load_reading

PROFILE, KEY, CALLED, SPELT, ALONE, WORD = "profile", "key", "called", "spelt", "alone", "word"
WHOLE, LESS = "whole", "less"
_READING, _ID, _BEARER, _ABOUT = "0 reading", "id", "bearer", "about"
_NAMED = {
    "sort": "string",
    "report": "string",
    "item": "string",
    "country": "string",
    "n": "bigint",
    "text": "string",
    "named": "string",
}
_PROFILES = {
    "sort": "string",
    "report": "string",
    "entity": "string",
    "node": "bigint",
    "item": "string",
    "key_": "bigint",
    "packed": "string",
}
_PARTS = {"word": "string", "name": "string"}
_EXPECTED = {"name": "string", "expected": "double"}
_LEFT_OUT = ("times", "quantities", "statements", "events")


def make_profiles(stages: Stages) -> None:
    """The table `profiles`: of every entity of every report its profile, and what it may meet others by: `key_`s of ids
    and names, full names (`spelt`; `packed` is how it is written), and the words of persons' names, of those that are
    named by one word (`alone`) and of others; the wordings of bodies' names, `whole` and a word `less`."""
    query = "SELECT n.report, r.text, r.reading FROM readings r JOIN named n ON n.part = r.part AND n.number = r.number"
    stages.map_rows("named_in", query, _named, _NAMED)
    stages.sql(
        "counts",
        "SELECT sort, item, country, CAST(sum(n) AS bigint) AS n FROM named_in "
        f"WHERE sort <> '{_READING}' GROUP BY sort, item, country",
    )
    ((reports,),) = stages.rows(f"SELECT count(*) FROM named_in WHERE sort = '{_READING}'")
    nothing = "'' AS text, '' AS named"
    query = (
        f"SELECT report, sort, item, country, n, text, named FROM named_in WHERE sort = '{_READING}' "
        f"UNION ALL SELECT i.report, c.sort, c.item, c.country, c.n, {nothing} FROM named_in i "
        f"JOIN counts c ON c.sort = i.sort AND c.item = i.item WHERE i.sort = '{_ID}' "
        f"UNION ALL SELECT i.report, c.sort, c.item, c.country, c.n, {nothing} FROM named_in i "
        f"JOIN counts c ON c.item = i.item WHERE i.sort = '{_READING}' AND c.sort = '{_ABOUT}'"
    )
    stages.map_groups("profiles", query, ["sort", "item", "country"], partial(_profiles, reports), _PROFILES)


def count_bearers(stages: Stages) -> None:
    """The table `namesakes`: how many others bear a full name by chance."""
    stages.map_rows("name_parts", f"SELECT item FROM counts WHERE sort = '{_BEARER}'", _parts, _PARTS)
    ((full,),) = stages.rows(f"SELECT count(*) FROM counts WHERE sort = '{_BEARER}'")
    query = (
        "SELECT p.name, p.word, c.n FROM name_parts p "
        "JOIN (SELECT word, count(*) AS n FROM name_parts GROUP BY word) c ON c.word = p.word"
    )
    stages.map_groups("namesakes", query, ["word"], partial(_expected, full), _EXPECTED)


def _named(row: Row) -> Iterator[Row]:
    """A report with what names need of its reading, and what it brings to the counts over all."""
    report, text, reading = row
    found = json.loads(reading)
    found |= {layer: [] for layer in _LEFT_OUT}
    named = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    one = load_reading(found, text)
    yield _READING, report, one.report.outlet or "", "", 0, text, named
    counts = Statistics([one]).dump()
    for ident, n in counts["named_in"].items():
        yield _ID, report, ident, "", n, "", ""
    for name, n in counts["bearers"].items():
        yield _BEARER, report, name, "", n, "", ""
    for outlet, about in counts["about"].items():
        for country, n in about.items():
            yield _ABOUT, report, outlet, country, n, "", ""


def _profiles(reports: int, rows: Iterator[Row]) -> Iterator[Row]:
    """The profiles of a report; its reading comes first, then what is known over all."""
    name, _, outlet, _, _, text, named = next(rows)
    counts: dict[str, dict[str, int]] = {_ID: {}, _ABOUT: {}}
    for _, sort, item, country, n, *_ in rows:
        counts[sort][item if sort == _ID else country] = n
    about = {outlet: counts[_ABOUT]} if counts[_ABOUT] else {}
    known = {"reports": reports, "named_in": counts[_ID], "bearers": {}, "about": about}
    for profile in profiles_of(name, load_reading(json.loads(named), text), Statistics.load(known)):
        number = node("\t".join(profile.key))
        yield PROFILE, *profile.key, number, "", 0, dump(profile)
        for sort, item, key, written in _met_by(profile):
            yield sort, *profile.key, number, item, node(key), written


def _met_by(profile: Profile) -> Iterator[tuple[str, str, str, str]]:
    """Of a profile: what it meets others by, its key there, and how a name is written."""
    for ident in ids_of(profile):
        yield KEY, ident, f"id {ident}", ""
    for name in block_names(profile):
        if name[0] != SEATED:
            yield KEY, name, name_key(name), ""
    for parts in profile.names:
        if len(parts) > 1:
            yield CALLED, " ".join(parts), "", ""
        if profile.type == "person":
            sort = ALONE if profile.one_word else WORD
            for word in {parts[0], parts[-1]} if profile.one_word or len(parts) > 1 else ():
                yield sort, word, f"word {word}", ""
    for parts, text in profile.spelt.items():
        yield SPELT, " ".join(parts), name_key(" ".join(parts)), text
    for whole, block in wordings(profile):
        yield WHOLE if whole else LESS, block, f"wording {block}", ""


def name_key(name: str) -> str:
    """What all that is called so is found by."""
    return f"name {name}"


def _parts(row: Row) -> Iterator[Row]:
    return ((word, row[0]) for word in set(row[0].split()))


def _expected(full: int, rows: Iterator[Row]) -> Iterator[Row]:
    counts: dict[str, int] = {}
    for found, word, n in rows:
        name, counts[word] = found, n
    yield name, expected(tuple(name.split()), counts, full)
