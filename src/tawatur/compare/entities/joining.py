"""One report's entities joined to the things that a record has: the steps of `entities` among the few that may meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.meeting import keys_of
from tawatur.compare.entities.merging import join_all
from tawatur.compare.entities.profiles import Key, Profile
from tawatur.compare.entities.statistics import Statistics
from tawatur.compare.entities.tallies import Tally
from tawatur.compare.entities.things import Thing
from tawatur.record.types import Belonging

Decide = Callable[[Mapping[Key, Profile], Clusters], object]


@dataclass(slots=True)
class Kept:
    """A thing as a record keeps it: what is known of it for comparing, and what it is called. `id` is the record's."""

    id: str
    thing: Thing
    tally: Tally

    @classmethod
    def of(cls, ident: str, members: Sequence[Profile]) -> Kept:
        """The thing that these profiles are."""
        thing = Thing.of(members[0])
        for member in members[1:]:
            thing.take(Thing.of(member))
        return cls(ident, thing, Tally(members))

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which it is kept (`meeting.keys_of` its faces), and the id that it wants to be called by."""
        return frozenset(key for face in self.thing.faces for key in keys_of(face)) | {f"wants {self.tally.id}"}


@dataclass(slots=True)
class Joined:
    """A thing that a new report names. `was`: the ids of the kept things that it was, none of a new one, several where
    the report shows that they are one; `added`: the report's own; `why`: the reasons of what was joined now."""

    thing: Thing
    tally: Tally
    was: list[str]
    added: list[Key]
    why: list[Belonging]


def join_into(
    kept: Iterable[Kept], new: Iterable[Profile], statistics: Statistics, decide: Decide | None = None
) -> list[Joined]:
    """Join new profiles, of a report that is counted in the statistics, to the kept things that they are.

    `kept`: all things under the keys that the profiles ask for (`meeting.asks_of`); more do no harm. Those that the
    report names come back changed and are not to be used after. What people parted stays parted (`Thing.sides`);
    `decide` joins and parts what people said of the new profiles. The same for any order of both.
    """
    old = sorted(kept, key=lambda k: k.thing.faces[0].key)
    fresh = {profile.key: profile for profile in new}
    found = {face.key: face for k in old for face in k.thing.faces} | fresh
    owner = {face.key: k for k in old for face in k.thing.faces}  # before things grow
    clusters = Clusters(found, settled=[k.thing for k in old])
    if decide is not None:
        decide(found, clusters)
    join_all(found, clusters, statistics.namesakes)
    joined: list[Joined] = []
    for members, why in clusters.all():
        added = [p for p in members if p.key in fresh]
        if added:
            were = list({owner[p.key].id: owner[p.key] for p in members if p.key in owner}.values())
            tally = Tally(added)
            for k in were:
                tally.take(k.tally)
            joined.append(
                Joined(clusters.thing(members[0].key), tally, [k.id for k in were], [p.key for p in added], why)
            )
    return joined
