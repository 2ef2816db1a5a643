"""What every report brings to events and facts: its events with what all reports say of their names, its positions, and
where it has its words from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from tawatur.archive.components import node
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.events.finding import ENOUGH_WORDS, day_of, keys_of, twin_key
from tawatur.compare.events.sight import Known, Sight
from tawatur.compare.events.sighting import sights_of
from tawatur.compare.events.told import tellings_of
from tawatur.compare.facts.claims import Claim, unworded
from tawatur.compare.facts.positions import claims_of_roles
from tawatur.compare.facts.sources import source_of
from tawatur.compare.passages import Passages
from tawatur.compare.plain import dump
from tawatur.record.codec.reading import load_reading
from tawatur.record.types import Copied, Copy, MergedEntity, Place

SIGHT, POSITION, SOURCE = "sight", "position", "source"
_READING, _ENTITY, _COPY = "0 reading", "1 entity", "2 copy"
_TOLD = {
    "sort": "string",
    "report": "string",
    "item": "string",
    "node": "bigint",
    "seq": "bigint",
    "moment": "bigint",
    "day": "bigint",
    "twin": "string",
    "keys_": "string",
    "held": "string",
    "packed": "string",
}
_NONE = (None, None, None, None)


def tell(stages: Stages) -> None:
    """The table `told`: of every report its sights (`item` is a sight's key, `node` a number for it, `twin` what it has
    in common with those that say the same word for word, `keys_` what it is found by and within how many days, `held`
    the passages that it stands in), its positions (`item` is what is claimed, `seq` in which order) and its source."""
    nothing = "CAST(NULL AS string) AS id, CAST(NULL AS string) AS kind, CAST(NULL AS string) AS name_ar, "
    nothing += "CAST(NULL AS string) AS name_en"
    query = (
        f"SELECT n.report, '{_READING}' AS sort, s.story AS item, {nothing}, "
        "r.moment AS begins, CAST(0 AS bigint) AS until, r.reading, r.text "
        "FROM readings r JOIN named n ON n.part = r.part AND n.number = r.number JOIN stories s ON s.report = n.report "
        f"UNION ALL SELECT report, '{_ENTITY}' AS sort, entity AS item, id, type AS kind, name_ar, name_en, "
        "CAST(0 AS bigint) AS begins, CAST(0 AS bigint) AS until, '' AS reading, '' AS text FROM entities "
        f"UNION ALL SELECT report, '{_COPY}' AS sort, copy AS item, {nothing}, "
        "begins, until, '' AS reading, '' AS text FROM copies"
    )
    stages.map_groups("told", query, ["sort", "item", "begins"], _told, _TOLD)


def _told(rows: Iterator[Row]) -> Iterator[Row]:
    """The tellings of a report; its reading comes first, then what its entities are over all, then its passages."""
    name, _, story, *_, moment, _, reading, text = next(rows)
    found = load_reading(json.loads(reading), text)
    merged: dict[tuple[str, str], str] = {}
    entities: dict[str, MergedEntity] = {}
    copies: dict[str, Copy] = {}
    for _, sort, item, ident, kind, name_ar, name_en, begins, until, *_ in rows:
        if sort == _ENTITY:
            merged[name, item] = ident
            entities[ident] = MergedEntity(ident, kind, {"ar": name_ar, "en": name_en}, [])
        else:
            copies.setdefault(item, Copy(item, [])).places.append(Copied(begins, until, "", name))
    known = Known.of(entities.values())
    passages, names = Passages(list(copies.values())), list(copies)
    for sight in sights_of(name, tellings_of(found), merged, known, story):
        held = {names[i]: (place.start, place.end) for i, place in passages.of(name, sight.event).items()}
        yield SIGHT, name, sight.key, node(sight.key), 0, moment, day_of(sight), *_found_by(sight, held), dump(sight)
    wordings = {ident: known.refs[ident].stems for ident in known.types}
    for i, claim in enumerate(claims_of_roles(name, found, merged, wordings)):
        yield POSITION, name, topic(claim), None, i, moment, *_NONE, dump(unworded(claim))
    yield SOURCE, name, name, None, 0, moment, *_NONE, dump(source_of(name, found))


def _found_by(sight: Sight, held: Mapping[str, tuple[int, int]]) -> Row:
    """The values of `twin`, `keys_` and `held`."""
    twin = twin_key(sight) if len(sight.words) >= ENOUGH_WORDS else None
    return twin, json.dumps(keys_of(sight), ensure_ascii=False), json.dumps(held)


def topic(claim: Claim) -> str:
    """What a claim is held against others under: its property and its subject."""
    return f"{claim.of} {claim.subject}"


class Held:
    """The passages of sights, each with its own at hand."""

    def __init__(self) -> None:
        self.passages = Passages(())
        self._numbers: dict[str, int] = {}

    def take(self, sight: Sight, held: str) -> None:
        """Know a sight's passages, from its `held`."""
        found = {
            self._numbers.setdefault(copy, len(self._numbers)): Place(start, end, "", sight.report)
            for copy, (start, end) in json.loads(held).items()
        }
        self.passages.hold(sight.report, sight.event, found)
