"""Entities: a report's own meet the things that are kept under their keys, and become one with them or new things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawatur.compare.countries import place_classes
from tawatur.compare.entities.joining import Decide, Joined, Kept, join_into
from tawatur.compare.entities.judgements import apply_decisions
from tawatur.compare.entities.meeting import asks_of, keys_of
from tawatur.compare.entities.profiles import Key, Profile, profiles_of
from tawatur.compare.entities.statistics import Statistics
from tawatur.compare.entities.tallies import Tally, ids_of_things
from tawatur.compare.entities.things import Thing, dump_thing, load_thing
from tawatur.compare.events import ties
from tawatur.record.codec.comparison import dump_belonging
from tawatur.record.decisions import ON_ENTITIES, Decision
from tawatur.record.types import MergedEntity
from tawatur.store.between import Between
from tawatur.work.keeping.hashes import mark
from tawatur.work.keeping.near import Near

_OF_A_KEY = 60  # things that one key finds
_MUCH = 400  # names of company, towns and days that a thing is remembered by
_MOST = 60  # reports whose entities are renamed when two things are one; of more, the names stay


@dataclass(slots=True)
class Entities:
    """What a report changed of the entities: reports whose own have another id now, the ids that these have, and those
    of them that say something else now: two things are one, or it is another place."""

    renamed: set[str] = field(default_factory=set)
    idents: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)


def add_entities(near: Near, name: str, statistics: Statistics) -> Entities:
    """Join the entities of a new report, which is counted in the statistics, to the things that they are."""
    changed = _join(near, profiles_of(name, near.reading(name), statistics), statistics)
    near.remerged({name, *changed.renamed})
    return changed


def rejoin_entities(near: Near, idents: Iterable[str], statistics: Statistics) -> Entities:
    """Join all members of these things anew, from what their reports say now and what people decided; the reports whose
    own have another id then are `renamed`."""
    between = near.record.between
    members = between.members_of(idents)
    before = {key: ident for ident, keys in members.items() for key in keys}
    reports = {report for report, _ in before}
    near.load(reports)
    new = [p for name in sorted(reports) for p in profiles_of(name, near.readings[name], statistics) if p.key in before]
    between.drop_things(members)
    changed = _join(near, new, statistics)
    after = between.merged(reports)
    changed.renamed |= {key[0] for key, ident in before.items() if after.get(key) != ident}
    near.remerged(reports | changed.renamed)
    return changed


def reports_of(between: Between, idents: Iterable[str]) -> set[str]:
    """The reports that name any of these things."""
    return {report for keys in between.members_of(idents).values() for report, _ in keys}


def _join(near: Near, new: Sequence[Profile], statistics: Statistics) -> Entities:
    """Join profiles that are of no thing yet to the things that they are."""
    between = near.record.between
    asked = {key for profile in new for key in asks_of(profile)}
    kept = _under(between, asked)
    faces = [face for k in kept.values() for face in k.thing.faces if face.one_word]
    alone = {key for face in faces if not asked.isdisjoint(keys_of(face)) for key in asks_of(face)}
    kept |= _under(between, alone - asked)  # who is called by one word is joined with nobody where another fits, too
    changed = Entities()
    taken: dict[str, Tally] = {}
    found = join_into(kept.values(), new, statistics, _decided(near, {p.key[0] for p in new}))
    for joined in sorted(found, key=lambda j: (-j.thing.size, j.added)):
        ident, others = _named(between, joined, taken, changed)
        taken[ident] = joined.tally
        for old in others:
            _rename(between, old, ident, changed)
        _put(between, ident, joined)
    return changed


def _decided(near: Near, reports: set[str]) -> Decide | None:
    """What joins and parts what people said of the entities of these reports."""
    decisions = [d for d in near.decisions if d.kind in ON_ENTITIES and _speaks_of(d, reports)]
    if not decisions:
        return None
    near.load(ties.reports_of(decisions))
    return lambda found, clusters: apply_decisions(decisions, near.readings, found, clusters)


def _speaks_of(decision: Decision, reports: set[str]) -> bool:
    """Whether a decision is on these reports, or on whatever a list knows."""
    sides = (decision.detail[side] for side in ("a", "b"))
    return any(s.get("listed") or any(p["report"] in reports for p in s["places"]) for s in sides)


def _under(between: Between, keys: Iterable[str]) -> dict[str, Kept]:
    found = between.things_under((mark("thing", key) for key in keys), _OF_A_KEY)
    return {ident: Kept(ident, load_thing(raw["thing"]), Tally.load(raw["tally"])) for ident, raw in found.items()}


def _named(between: Between, joined: Joined, taken: Mapping[str, Tally], changed: Entities) -> tuple[str, list[str]]:
    """The id of a thing, and the ids that it had and loses. Of two things that want one id, the larger has it, the one
    that has it already where many name it; a thing that is kept keeps its id, unless the most of its reports give it
    another one, and few name it."""
    wants = joined.tally.id
    rivals = {i: k.tally for i, k in _under(between, [f"wants {wants}"]).items() if i not in joined.was}
    rivals.update({i: tally for i, tally in taken.items() if tally.id == wants and i not in joined.was})
    best = ids_of_things([joined.tally, *rivals.values()])[0]
    if best in rivals and (best in taken or between.size_of(best) > _MOST):
        best = f"{wants}-{joined.tally.mark}"
    elif best in rivals:
        _rename(between, best, f"{wants}-{rivals[best].mark}", changed)
    if not joined.was:
        return best, []
    largest = max(sorted(joined.was), key=lambda i: between.size_of(i))
    ident = best if best in joined.was or between.size_of(largest) <= _MOST else largest
    return ident, [old for old in joined.was if old != ident]


def _rename(between: Between, old: str, new: str, changed: Entities) -> None:
    """Give a thing another id, that of another one where the two are one."""
    changed.renamed.update(between.reports_of(old, _MOST))
    changed.idents.add(new)
    two = between.rename(old, new)
    if two or old in changed.joined or place_classes().get(old) != place_classes().get(new):
        changed.joined.add(new)


def _put(between: Between, ident: str, joined: Joined) -> None:
    tally = joined.tally
    body = {"type": tally.type, "name": tally.name}
    kept = Kept(ident, _remembered(joined.thing), tally)
    between.put_thing(ident, body, _known(kept), (mark("thing", key) for key in kept.keys))
    between.put_members((key, ident) for key in joined.added)
    between.put_belongings((ident, b.member, dump_belonging(b)) for b in joined.why)


def _known(kept: Kept) -> dict[str, Any]:
    return {"thing": dump_thing(kept.thing), "tally": kept.tally.dump()}


def _remembered(thing: Thing) -> Thing:
    """A thing with no more of its company and its days than tell it: what thousands of reports name is known by ids."""
    for name in ("company", "setting"):
        found = getattr(thing, name)
        if len(found) > _MUCH:
            setattr(thing, name, set(sorted(found)[:_MUCH]))
    if len(thing.days) > _MUCH:
        thing.days = set(sorted(thing.days)[-_MUCH:])
    return thing


def fill_entities(between: Between, entities: Iterable[MergedEntity], profiles: Mapping[Key, Profile]) -> None:
    """Keep the entities of reports that were compared together, with what later ones meet them by."""
    for entity in entities:
        kept = Kept.of(entity.id, [profiles[key] for key in entity.same])
        keys = [mark("thing", key) for key in kept.keys]
        _remembered(kept.thing)
        between.put_thing(entity.id, {"type": entity.type, "name": entity.name}, _known(kept), keys)
    between.put_members((key, e.id) for e in entities for key in e.same)
    between.put_belongings((e.id, b.member, dump_belonging(b)) for e in entities for b in e.why)


def drop_entities(near: Near, name: str) -> None:
    """Take a report's entities away. What they told of the things stays in what those are compared by."""
    near.record.between.drop_members(name)
    near.remerged([name])
